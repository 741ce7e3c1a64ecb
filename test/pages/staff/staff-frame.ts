import { stockholm } from "../../../shared/cities/stockholm/index.ts";
import type { Role } from "../../../shared/domain/casework/case-history.ts";
import { casePage } from "../../../shared/pages/staff/case-page.tsx";
import type { CaseView } from "../../../shared/pages/staff/case-view.ts";
import type { StaffFrame } from "../../../shared/pages/staff/staff-layout.tsx";
import { at, farsta, jarva, kultur } from "../../casework/a-case.ts";

export const now = at("2026-11-25T12:00:00Z");

/** Invented colleagues, one for each role. */
const people: Readonly<Record<Role, string>> = {
  employee: "Prov Medarbetarsson",
  manager: "Prov Chefsson",
  coordinator: "Prov Samordnarsson",
  dpo: "Prov Ombudsson",
  security: "Prov Säkerhetsson",
  central: "Prov Centralsson",
};

export const frameFor = (role: Role, more: Partial<StaffFrame> = {}): StaffFrame => ({
  assets: { css: "/assets/intag.css", js: "/assets/intag.js" },
  city: stockholm,
  now,
  user: { sub: `${role}-1`, name: people[role], role, unit: "Farsta stadsdelsnämnd", csrf: "sealed-for-this-person" },
  ...more,
});

const names = new Map([
  [farsta, "Farsta stadsdelsnämnd"],
  [jarva, "Järva stadsdelsnämnd"],
  [kultur, "Kulturnämnden"],
]);
export const units = [...names].map(([id, name]) => ({ id, name }));
export const unitName = (unit: string): string => names.get(unit) ?? unit;

type Shown = Omit<CaseView, "roles">;

/** A case's page as somebody in the role sees it. */
export const caseFor = (role: Role, view: Shown): string => casePage(frameFor(role), { ...view, roles: [role] });

export const viewOf = (file: CaseView["file"], more: Partial<Shown> = {}): Shown => ({
  file,
  units,
  unitName,
  personName: (sub) => (sub === "coordinator-1" ? people.coordinator : undefined),
  question: null,
  channels: { sms: true, mailbox: true },
  key: "a-key-born-with-the-page",
  answers: [],
  duplicates: [],
  proposal: null,
  attempt: null,
  staleSince: null,
  done: null,
  ...more,
});
