import { assessBreach } from "../../../shared/domain/breach-assessment.ts";
import { type Role, roles } from "../../../shared/domain/casework/case-history.ts";
import { letterToPerson } from "../../../shared/domain/casework/letter-to-person.ts";
import { authorityAnswersPage } from "../../../shared/pages/staff/authority-answers-page.tsx";
import { letterPage } from "../../../shared/pages/staff/letter-page.tsx";
import { queueFilterOf } from "../../../shared/pages/staff/queue-filter.ts";
import { type QueueRow, queuePage } from "../../../shared/pages/staff/queue-page.tsx";
import {
  keptPage,
  noUnitPage,
  outsidePage,
  signedOutPage,
  signInAgainPage,
  staffAlreadySentPage,
  staffBrokenPage,
  staffDisposedPage,
  staffForbiddenPage,
  staffNotFoundPage,
  staffUnreadablePage,
  staffWaitPage,
} from "../../../shared/pages/staff/staff-message-pages.tsx";
import {
  consultationReceiptPage,
  incidentReceiptPage,
  registrationReceiptPage,
} from "../../../shared/pages/staff/staff-receipt-pages.tsx";
import { staffStartPage } from "../../../shared/pages/staff/staff-start-page.tsx";
import {
  at,
  breachAfter,
  breachIn,
  consultationIn,
  farsta,
  on,
  received,
  requestAfter,
  requestIn,
} from "../../casework/a-case.ts";
import { everyYearPage } from "./every-year-page.ts";
import { everyStep } from "./staff-flow-by-hand.ts";
import { caseFor, frameFor, unitName, units, viewOf } from "./staff-frame.ts";

const noFilter = queueFilterOf(() => undefined, new Map());

/** Invented cases: late, soon, calm, a drill, one that nobody has. */
export const rows: readonly QueueRow[] = [
  {
    kind: "breach",
    reference: "0000000000010",
    unit: farsta,
    status: "reported",
    due: "2026-11-25T16:30:00Z",
    assignee: null,
    drill: false,
  },
  {
    kind: "breach",
    reference: "000000000003A",
    unit: farsta,
    status: "decided",
    due: "2026-11-28T16:30:00Z",
    assignee: "dpo-1",
    drill: true,
  },
  {
    kind: "request",
    reference: "0000000000000-1",
    unit: farsta,
    status: "searching",
    due: "2026-11-23",
    assignee: "coordinator-1",
    drill: false,
  },
  {
    kind: "request",
    reference: "0000000000000-2",
    unit: null,
    status: "triage",
    due: "2026-12-24",
    assignee: null,
    drill: false,
  },
  {
    kind: "consultation",
    reference: "0000000000020",
    unit: farsta,
    status: "received",
    due: null,
    assignee: "somebody-else",
    drill: false,
  },
];

const hostile = `<script>alert("1")</script> "prov" & 'prov'\n=1+1`;

const request = requestAfter(
  requestIn("received"),
  [{ command: "take" }],
  [{ command: "record-search", system: "Provregistret", found: true }],
  [{ command: "record-search", system: "Provarkivet", found: false }],
  [{ command: "note", text: hostile }],
  [{ command: "extend", reason: "complex", explanation: "Det är många register.", noticeSentOn: on("2026-11-25") }],
);
const refusedRequest = requestAfter(request, [
  {
    command: "refuse",
    outcome: "refused-excessive",
    explanation: "Samma begäran varje vecka.",
    sentOn: on("2026-11-25"),
  },
]);
const breach = breachAfter(
  breachIn("reported"),
  [{ command: "involve-dpo", at: at("2026-11-24T12:00:00Z") }],
  [{ command: "assess", risk: "risk", explanation: hostile, decidedBy: "Prov Delegatsson", dpoAdvice: "Anmäl." }],
  [
    {
      command: "notify-authority",
      notifiedAt: at("2026-11-25T09:00:00Z"),
      authorityReference: "PROV-2026-1",
      decidedBy: "Prov Delegatsson",
    },
  ],
  [{ command: "do-not-inform", ground: "not-high-risk", explanation: "Brevet kom tillbaka oöppnat." }],
  [{ command: "add-measure", what: "Ny rutin för utskick", owner: "Prov Chefsson", dueOn: on("2026-12-15") }],
  [
    {
      command: "amend",
      changes: { personsAbout: 14, awareAt: at("2026-11-24T09:30:00Z") },
      reason: "Två till hörde av sig.",
    },
  ],
);

const question = { code: "whole-city", params: { service: { sv: "Skola", en: "School" } } } as const;
const proposal = assessBreach(breach.facts);

const answers = [
  { page: "right", label: "Vad vill du göra?", lines: ["Se vilka uppgifter ni har om mig"] },
  { page: "details", label: "Din beskrivning", lines: hostile.split("\n") },
];

/** Every staff page there is, in the states that differ. */
export function everyStaffPage(): ReadonlyMap<string, string> {
  const names = new Map([["coordinator-1", "Prov Samordnarsson"]]);
  const pages = new Map<string, string>([
    [
      "queue",
      queuePage(frameFor("dpo"), {
        filter: noFilter,
        items: rows,
        next: "cursor",
        units,
        unitName,
        names,
        isMovedAway: true,
      }),
    ],
    [
      "queue empty",
      queuePage(frameFor("coordinator"), {
        filter: { ...noFilter, kind: "breach" },
        items: [],
        next: null,
        units,
        names,
        unitName,
        isMovedAway: false,
      }),
    ],
    [
      "queue wrong number",
      queuePage(frameFor("coordinator"), {
        filter: { ...noFilter, reference: "fel" },
        items: [],
        next: null,
        units: [],
        names,
        unitName,
        isMovedAway: false,
      }),
    ],
    [
      "request",
      caseFor(
        "coordinator",
        viewOf(request, {
          answers,
          done: "extend",
          duplicates: [{ reference: "0000000000020-1", receivedAt: received, status: "closed", unit: farsta }],
        }),
      ),
    ],
    ["request refused", caseFor("coordinator", viewOf(refusedRequest))],
    [
      "request triage",
      caseFor(
        "dpo",
        viewOf(
          requestIn("triage", {
            triage: {
              candidates: units.map(({ id }) => id),
              question: question,
              concerns: [0],
            },
          }),
          { question: "Vilken skola gick barnet i?" },
        ),
      ),
    ],
    [
      "request with a refusal",
      caseFor(
        "coordinator",
        viewOf(requestIn("received", { identity: { state: "not-checked", at: null, how: null } }), {
          attempt: {
            command: "answer",
            answers: { outcome: ["granted"], "sentOn.year": ["2026"], explanation: [hostile] },
            errors: [{ input: "answer-sentOn-month", message: "Skriv månaden med siffror" }],
            refusal: "identity-required",
          },
        }),
      ),
    ],
    [
      "request stale",
      caseFor(
        "coordinator",
        viewOf(request, {
          staleSince: 4,
          attempt: { command: "note", answers: { text: ["Det jag hann skriva"] }, errors: [], refusal: null },
        }),
      ),
    ],
    ["breach", caseFor("dpo", viewOf(breach, { proposal }))],
    ["consultation", caseFor("dpo", viewOf(consultationIn("received")))],
  ]);
  for (const role of ["employee", "manager", "coordinator", "security"] as const satisfies readonly Role[])
    pages.set(`breach for ${role}`, caseFor(role, viewOf(breach)));
  pages.set("authority answers", authorityAnswersPage(frameFor("dpo"), breach, answering));
  for (const [name, file, address] of [
    ["letter with an answer", refusedRequest, ["Prov Exempelsson", "Exempelgatan 17", "123 45 Exempelstad"]],
    ["letter about more time", request, null],
    ["letter with nothing to say", requestIn("received", { protectedIdentity: true }), null],
  ] as const) {
    const letter = letterToPerson(file, file.language);
    pages.set(
      name,
      letterPage(frameFor("coordinator"), { file, controller: "Farsta stadsdelsnämnd", address, letter }),
    );
  }
  for (const role of roles) pages.set(`start for ${role}`, staffStartPage(frameFor(role)));
  pages.set("not found", staffNotFoundPage(frameFor("coordinator")));
  pages.set("forbidden", staffForbiddenPage(frameFor("coordinator")));
  pages.set("disposed", staffDisposedPage(frameFor("coordinator"), { disposedAt: at("2026-11-20T02:30:00Z") }));
  pages.set("unreadable", staffUnreadablePage(frameFor("coordinator")));
  pages.set("broken", staffBrokenPage(frameFor("coordinator"), "prov-1"));
  pages.set("wait", staffWaitPage(frameFor("coordinator")));
  pages.set("already sent", staffAlreadySentPage(frameFor("employee")));
  pages.set("no unit", noUnitPage(frameFor("dpo")));
  const body = { id: "ext-prov", name: "Provmyndigheten", because: ["De har registret."] };
  pages.set("outside", outsidePage(frameFor("coordinator"), [body]));
  const kept = { action: "/personal/arenden/0000000000010", fields: new Map([["text", [hostile, hostile]]]) };
  pages.set("kept when something failed", keptPage(frameFor("dpo"), "failed", kept, "prov-1"));
  pages.set("kept when signed in anew", keptPage(frameFor("dpo"), "signed-in-anew", kept));
  pages.set("kept when signed out", signInAgainPage(frameFor("dpo"), kept));
  for (const why of ["signed-out", "not-signed-in", "cannot-sign-in"] as const)
    pages.set(why, signedOutPage(frameFor("dpo"), why));
  pages.set(
    "incident receipt",
    incidentReceiptPage(frameFor("employee"), {
      reference: "0000000000010",
      dueAt: at("2026-11-25T13:30:00Z"),
      drill: false,
    }),
  );
  pages.set("consultation receipt", consultationReceiptPage(frameFor("employee"), { reference: "0000000000020" }));
  pages.set(
    "registration receipt",
    registrationReceiptPage(frameFor("coordinator"), {
      reference: "0000000000000",
      dueOn: on("2026-12-24"),
      recipients: ["Farsta stadsdelsnämnd"],
      isTriage: true,
      isProtected: true,
    }),
  );
  for (const name of ["incident", "consultation", "registration"] as const)
    for (const [step, html] of everyStep(name)) pages.set(`${name} ${step}`, html);
  for (const [name, html] of everyYearPage()) pages.set(name, html);
  return pages;
}

export const answering = {
  controller: "Farsta stadsdelsnämnd",
  organisationNumber: "000000-0000",
  postalAddress: "Provgatan 1, 123 45 Provstad",
  contact: null,
  dpo: "Prov Ombudsson",
};

export { breach, refusedRequest, request };
