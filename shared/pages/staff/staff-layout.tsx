import type { ComponentChildren } from "preact";
import type { Role } from "../../domain/casework/case-history.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Assets, ShownCity } from "../layout.tsx";
import { EnterButton, Header, SkipLink, wholePage } from "../layout.tsx";
import { roleWords } from "./code-words.ts";
import { staffAddresses } from "./staff-addresses.ts";

/** Who is signed in, as the header shows it. */
export interface SignedIn {
  /** The identity provider's stable name for the person. */
  readonly sub: string;
  readonly name: string | null;
  readonly role: Role;
  /** The name of the person's unit. */
  readonly unit: string | null;
  /** Proves that a form was shown to this person, in every form that changes something. */
  readonly csrf: string;
}

/** What every staff page needs to know of where and when it is shown, and to whom. */
export interface StaffFrame {
  readonly assets: Assets;
  readonly city: ShownCity;
  readonly now: Instant;
  readonly user: SignedIn;
}

/** The places of the staff pages, and who finds them in the menu. */
const places = [
  { id: "cases", label: "Ärenden", roles: ["employee", "manager", "coordinator", "dpo", "security"] },
  {
    id: "incident",
    label: "Anmäl incident",
    roles: ["employee", "manager", "coordinator", "dpo", "security", "central"],
  },
  {
    id: "question",
    label: "Fråga dataskyddsombudet",
    roles: ["employee", "manager", "coordinator", "dpo", "security", "central"],
  },
  { id: "registration", label: "Registrera begäran", roles: ["coordinator", "dpo"] },
  { id: "statistics", label: "Statistik", roles: ["coordinator", "dpo", "central"] },
  { id: "review", label: "Årsuppföljning", roles: ["coordinator", "dpo"] },
] as const satisfies readonly { readonly id: string; readonly label: string; readonly roles: readonly Role[] }[];
export type Place = (typeof places)[number]["id"];

/** The menu of a role: what it may use, and where that is. */
export const menuOf = (role: Role): readonly { readonly id: Place; readonly label: string; readonly href: string }[] =>
  places
    .filter(({ roles }) => roles.some((each) => each === role))
    .map(({ id, label }) => ({
      id,
      label,
      href: staffAddresses[id],
    }));

const Person = ({ user }: { readonly user: SignedIn }) => (
  <div class="intag-person">
    <p class="intag-person__name">
      {user.name === null ? "Inloggad" : user.name}
      <span class="intag-line">
        {roleWords[user.role]}
        {user.unit === null ? "" : `, ${user.unit}`}
      </span>
    </p>
    <form method="post" action={staffAddresses.signOut}>
      <input type="hidden" name="csrf" value={user.csrf} />
      <button class="intag-person__out intag-link-button" type="submit">
        Logga ut
      </button>
    </form>
  </div>
);

const Menu = ({ frame, place }: { readonly frame: StaffFrame; readonly place: Place | undefined }) => (
  <nav class="intag-menu" aria-label="Meny">
    <ul class="govuk-width-container intag-menu__list">
      {menuOf(frame.user.role).map(({ id, label, href }) => (
        <li key={id}>
          <a class="govuk-link intag-menu__link" href={href} aria-current={id === place ? "page" : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

export interface StaffPageProps {
  readonly frame: StaffFrame;
  readonly title: string;
  /** Where in the menu the page belongs. */
  readonly place?: Place;
  /** Something in the page is wrong and said first in it. */
  readonly hasErrors?: boolean;
  /** Tables need the whole width; what is read or filled in does not. */
  readonly wide?: boolean;
  /** The form that Enter sends on. */
  readonly defaultForm?: string | undefined;
  readonly before?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A page for somebody who is signed in. */
export const staffPage = (props: StaffPageProps): string => {
  const { frame, title, place, hasErrors = false, wide = false, defaultForm, before, children } = props;
  return wholePage({
    language: "sv",
    assets: frame.assets,
    city: frame.city,
    title: hasErrors ? `Fel: ${title}` : title,
    header: (
      <>
        {defaultForm !== undefined && <EnterButton form={defaultForm} language="sv" />}
        <SkipLink language="sv" />
        <Header city={frame.city} language="sv" home={staffAddresses.start} service="Dataskydd för medarbetare">
          <Person user={frame.user} />
        </Header>
        <Menu frame={frame} place={place} />
      </>
    ),
    before,
    children: wide ? (
      children
    ) : (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">{children}</div>
      </div>
    ),
  });
};
