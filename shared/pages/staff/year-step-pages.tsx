import { kindWords } from "./code-words.ts";
import { BackLink } from "./parts.tsx";
import { staffAddresses } from "./staff-addresses.ts";
import { type StaffFrame, staffPage } from "./staff-layout.tsx";
import { yearAddresses } from "./year-addresses.ts";

const back = (year: number, unit: string | null) => (
  <BackLink href={yearAddresses.statistics(year, unit)} label={`Statistik ${year}`} />
);

export interface CasesBehindView {
  readonly year: number;
  readonly unit: string | null;
  readonly unitName: string;
  readonly name: string;
  readonly definition: string;
  /** How many there are that this person may see. */
  readonly count: number;
  readonly items: readonly { readonly reference: string; readonly kind: keyof typeof kindWords }[];
  /** Cases from before the service: they are counted and have no page. */
  readonly imported: number;
  /** Where the list goes on; null at the end. */
  readonly next: string | null;
}

/** The cases behind a number, for those who may see them. */
export const casesBehindPage = (frame: StaffFrame, view: CasesBehindView): string => {
  const { year, unit, unitName, name, definition, count, items, imported, next } = view;
  const title = `${name} ${year}: ärendena bakom siffran`;
  return staffPage({
    frame,
    title,
    place: "statistics",
    before: back(year, unit),
    children: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{definition}</p>
        <p class="govuk-body">
          {unitName}: {count} {count === 1 ? "ärende som du kan se." : "ärenden som du kan se."}
        </p>
        <ul class="govuk-list govuk-list--spaced">
          {items.map(({ reference, kind }) => (
            <li key={reference}>
              <a class="govuk-link intag-nowrap" href={staffAddresses.case(reference)}>
                {reference}
              </a>{" "}
              {kindWords[kind]}
            </li>
          ))}
        </ul>
        {imported > 0 && (
          <p class="govuk-body">
            {imported === 1 ? "1 ärende är inläst" : `${imported} ärenden är inlästa`} från tiden före tjänsten och har
            ingen egen sida här.
          </p>
        )}
        {next !== null && (
          <nav class="intag-paging" aria-label="Sidor">
            <a class="govuk-link" href={next}>
              Nästa sida
            </a>
          </nav>
        )}
      </>
    ),
  });
};

export interface CompilingView {
  readonly year: number;
  readonly unit: string | null;
  readonly done: number;
  /** 0 while the cases are being counted. */
  readonly of: number;
  /** This very page. */
  readonly here: string;
}

/** How far a compilation has come. The answer that carries it asks the browser to come again. */
export const compilingPage = (frame: StaffFrame, { year, unit, done, of, here }: CompilingView): string => {
  const title = `Årsrapporten för ${year} sammanställs`;
  return staffPage({
    frame,
    title,
    place: "statistics",
    before: back(year, unit),
    children: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        {of === 0 ? (
          <p class="govuk-body">Ärendena räknas.</p>
        ) : (
          <>
            <p class="govuk-body">
              Filerna skrivs: {done} av {of} klara. Staden och varje nämnd får sina.
            </p>
            <progress class="intag-progress" aria-label="Så långt har sammanställningen kommit" max={of} value={done} />
          </>
        )}
        <p class="govuk-body">
          Sidan läses in på nytt av sig själv. Du kan också lämna den: sammanställningen fortsätter ändå.
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={here}>
            Läs in sidan nu
          </a>
        </p>
      </>
    ),
  });
};

/** What does not add up, in words, and the case to look at for those who may know of it. */
export interface WrongView {
  readonly year: number;
  readonly unit: string | null;
  readonly what: string;
  /** A case's number, as people read it; null where it is none, or none to tell of. */
  readonly reference: string | null;
}

/** The year's cases contradict one another: no number is shown rather than a wrong one. */
export const doesNotAddUpPage = (frame: StaffFrame, { year, unit, what, reference }: WrongView): string => {
  const title = `Siffrorna för ${year} går inte ihop`;
  return staffPage({
    frame,
    title,
    place: "statistics",
    before: back(year, unit),
    children: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{what}</p>
        {reference !== null && (
          <p class="govuk-body">
            Titta på ärende{" "}
            <a class="govuk-link intag-nowrap" href={staffAddresses.case(reference)}>
              {reference}
            </a>
            .
          </p>
        )}
        <p class="govuk-body">Vi visar hellre inga siffror än fel siffror. Rätta ärendet och försök igen.</p>
      </>
    ),
  });
};

export interface LockView {
  readonly year: number;
  /** In words. */
  readonly compiledAt: string;
}

/** Before the year is locked: what will be kept, and that it cannot be undone. */
export const lockPage = (frame: StaffFrame, { year, compiledAt }: LockView): string => {
  const title = `Lås siffrorna för ${year}?`;
  return staffPage({
    frame,
    title,
    place: "statistics",
    before: back(year, null),
    children: (
      <form method="post" action={yearAddresses.lock(year)} data-send-once>
        <input type="hidden" name="csrf" value={frame.user.csrf} />
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">När du låser sparas siffrorna som de är i dag. Senare ändringar syns som rättelser.</p>
        <ul class="govuk-list govuk-list--bullet">
          <li>Det är filerna som sammanställdes {compiledAt} som sparas, för staden och alla nämnder.</li>
          <li>Har något ändrats sedan dess? Gå tillbaka och sammanställ först.</li>
          <li>Låset går inte att ta bort.</li>
        </ul>
        <div class="govuk-button-group">
          <button class="govuk-button" type="submit">
            Lås årets siffror
          </button>
          <a class="govuk-link" href={yearAddresses.statistics(year)}>
            Avbryt
          </a>
        </div>
      </form>
    ),
  });
};

const whyNot = {
  "year-not-ended": "Året är inte slut. När det är det kan du låsa siffrorna.",
  "not-compiled": "Året är inte sammanställt. Sammanställ det först.",
} as const;

export const notLockablePage = (frame: StaffFrame, year: number, why: keyof typeof whyNot): string => {
  const title = `Siffrorna för ${year} kan inte låsas`;
  return staffPage({
    frame,
    title,
    place: "statistics",
    before: back(year, null),
    children: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{whyNot[why]}</p>
      </>
    ),
  });
};
