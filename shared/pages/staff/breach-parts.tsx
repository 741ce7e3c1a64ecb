import type { BreachAssessment } from "../../domain/breach-assessment.ts";
import { breachDeadline, breachDeadlineSteps } from "../../domain/breach-deadline.ts";
import { explainAssessment } from "../../domain/breach-explanation.ts";
import {
  type BreachCase,
  type Decided,
  isAuthorityDecided,
  isSubjectsDecided,
  toldInTime,
} from "../../domain/casework/breach-case.ts";
import { isEnded } from "../../domain/casework/case-file.ts";
import type { Instant } from "../../domain/instant.ts";
import { groundWords, riskWords } from "./choice-words.ts";
import { incidentLabel, incidentWord, incidentWords } from "./incident-words.ts";
import { type Fact, Facts, Part, StackedTable } from "./parts.tsx";
import { staffAddresses } from "./staff-addresses.ts";
import { dayInWords, instantInWords } from "./time-words.ts";

const notYet = "Inte än";
const orNot = (at: Instant | null): string => (at === null ? notYet : instantInWords(at));

/** The 72 hours: from when, until when, how they were counted, and the four weeks to supplement. */
export function breachClock(file: BreachCase): readonly Fact[] {
  const steps = breachDeadlineSteps(breachDeadline(file.times.awareAt), "sv");
  const inTime = toldInTime(file);
  return [
    { label: "Anmäl till IMY senast", value: instantInWords(file.dueAt) },
    { label: "Så är tiden räknad", value: steps.map(({ text }) => text).join("\n") },
    ...(file.awareDelayReason === null ? [] : [{ label: "Varför kännedom dröjde", value: file.awareDelayReason }]),
    ...(inTime === null ? [] : [{ label: "Anmäld i tid", value: inTime ? "Ja" : "Nej, efter 72 timmar" }]),
    ...(file.supplementDueOn === null
      ? []
      : [{ label: "Komplettera senast", value: dayInWords(file.supplementDueOn) }]),
    ...file.supplementedAt.map((at, index) => ({ label: `Komplettering ${index + 1}`, value: instantInWords(at) })),
  ];
}

/** The report as it stands now, and each time by itself. */
export const BreachFactsPart = ({ file }: { readonly file: BreachCase }) => {
  const { facts, times } = file;
  return (
    <>
      <Part id="facts" heading="Vad som har hänt">
        <Facts
          facts={[
            { label: incidentLabel("whatHappened"), value: incidentWord("whatHappened", facts.whatHappened) },
            { label: incidentLabel("description"), value: facts.description },
            { label: incidentLabel("discoveredBy"), value: incidentWord("discoveredBy", facts.discoveredBy) },
            { label: incidentLabel("cause"), value: incidentWord("cause", facts.cause) },
            { label: incidentLabel("effect"), value: incidentWords("effect", facts.effect) },
            { label: incidentLabel("personGroups"), value: incidentWords("personGroups", facts.personGroups) },
            {
              label: incidentLabel("personsAbout"),
              value: facts.personsAbout === null ? "Vet inte" : facts.personsAbout.toLocaleString("sv-SE"),
            },
            { label: incidentLabel("dataKinds"), value: incidentWords("dataKinds", facts.dataKinds) },
            { label: incidentLabel("stopped"), value: incidentWord("stopped", facts.stopped) },
            { label: incidentLabel("measuresTaken"), value: facts.measuresTaken ?? "Inget angivet" },
          ]}
        />
      </Part>
      <Part id="times" heading="Tider">
        <Facts
          facts={[
            {
              label: "Hände",
              value: times.ongoing
                ? `${times.occurredAt === null ? "Vet inte när det började" : instantInWords(times.occurredAt)}\nPågår fortfarande`
                : times.occurredAt === null
                  ? "Vet inte"
                  : instantInWords(times.occurredAt),
            },
            { label: "Upptäcktes", value: instantInWords(times.detectedAt) },
            { label: "Kännedom, härifrån räknas 72 timmar", value: instantInWords(times.awareAt) },
            { label: "Ombudet kontaktat", value: orNot(times.dpoInvolvedAt) },
            { label: "Risken bedömd", value: orNot(times.assessedAt) },
            { label: "Anmäld till IMY", value: orNot(times.notifiedAt) },
            { label: "De berörda informerade", value: orNot(times.subjectsInformedAt) },
          ]}
        />
      </Part>
    </>
  );
};

const bandWords = { low: "låg", medium: "medel", high: "hög", "very-high": "mycket hög" } as const;
const decimals = new Intl.NumberFormat("sv-SE", { maximumFractionDigits: 2 });

/** What the rules propose and why. A person decides; ENISA's figure stands beside it as evidence and decides nothing. */
export const Proposal = ({ proposal }: { readonly proposal: BreachAssessment | null }) => {
  if (proposal === null) return null;
  const { risk, notifyAuthority, informSubjects, enisa } = proposal;
  return (
    <Part id="proposal" heading="Förslag till bedömning">
      <p class="govuk-body">Det här är ett förslag. Dataskyddsombudet bedömer och nämnden beslutar.</p>
      <Facts
        facts={[
          { label: "Risk för de berörda", value: riskWords[risk] },
          {
            label: "Anmäla till IMY?",
            value: notifyAuthority ? "Ja, om det inte är osannolikt att det är en risk" : "Nej, men dokumentera",
          },
          { label: "Informera de berörda?", value: informSubjects ? "Ja, risken är hög" : "Nej, risken är inte hög" },
        ]}
      />
      <h3 class="govuk-heading-s">Därför</h3>
      <ul class="govuk-list govuk-list--bullet">
        {explainAssessment(proposal, "sv").map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Underlag: poäng enligt Enisa</span>
        </summary>
        <div class="govuk-details__text">
          {decimals.format(enisa.dpc)} × {decimals.format(enisa.ei)} + {decimals.format(enisa.cb)} ={" "}
          {decimals.format(enisa.score)}, {bandWords[enisa.band]}. Poängen är ett underlag och avgör ingenting. Det som
          saknas räknas som det värsta.
        </div>
      </details>
    </Part>
  );
};

const whoDecided = ({ decidedBy, dpoAdvice }: Decided): readonly string[] => [
  `Beslutat av: ${decidedBy ?? "inte angivet"}`,
  `Dataskyddsombudets råd: ${dpoAdvice ?? "inte angivet"}`,
];

const lines = (...parts: readonly (string | null)[]): string =>
  parts.filter((part): part is string => part !== null && part !== "").join("\n");

function authorityLines(file: BreachCase): string {
  const { authority, risk } = file;
  if (authority === null) return "Inte beslutat";
  const stands = isAuthorityDecided(file) ? null : "Beslutet håller inte längre, eftersom risken är bedömd på nytt.";
  return authority.decision === "notified"
    ? lines(
        "Anmäld",
        authority.authorityReference === null ? null : `IMY:s diarienummer: ${authority.authorityReference}`,
        authority.lateReason === null ? null : `Varför den kom sent: ${authority.lateReason}`,
        authority.complete ? "Anmälan är fullständig" : "Anmälan ska kompletteras",
        ...whoDecided(authority),
      )
    : lines("Anmäls inte", authority.explanation, risk === null ? null : stands, ...whoDecided(authority));
}

function subjectsLines(file: BreachCase): string {
  const { subjects, risk } = file;
  if (subjects === null) return risk === "unlikely-risk" ? "Behövs inte: en risk är osannolik" : "Inte beslutat";
  const stands = isSubjectsDecided(file) ? null : "Beslutet håller inte längre, eftersom risken är bedömd på nytt.";
  return subjects.decision === "informed"
    ? lines("Informerade", `Hur: ${subjects.how}`, ...whoDecided(subjects))
    : lines("Informeras inte", groundWords[subjects.ground], subjects.explanation, stands, ...whoDecided(subjects));
}

/** What the rules still ask for before a breach can be closed, in the order in which they ask. */
export const leftToDo = (file: BreachCase): readonly string[] => [
  ...(file.risk === null ? ["Bedöm risken för de berörda."] : []),
  ...(isAuthorityDecided(file) ? [] : ["Besluta om anmälan till IMY."]),
  ...(isSubjectsDecided(file) ? [] : ["Besluta om information till de berörda."]),
  ...(file.measures.length === 0 ? ["Lägg till minst en åtgärd i handlingsplanen."] : []),
];

/** The assessment and both decisions, each with who decided and what the DPO advised; and what is left before closing. */
export const BreachDecisions = ({ file }: { readonly file: BreachCase }) => (
  <Part id="decisions" heading="Bedömning och beslut">
    <Facts
      facts={[
        {
          label: "Risk för de berörda",
          value:
            file.risk === null || file.assessment === null
              ? "Inte bedömd"
              : lines(riskWords[file.risk], file.assessment.explanation, ...whoDecided(file.assessment)),
        },
        { label: "Anmälan till IMY", value: authorityLines(file) },
        { label: "Information till de berörda", value: subjectsLines(file) },
        ...(file.dismissal === null ? [] : [{ label: "Avskriven", value: file.dismissal.explanation }]),
      ]}
    />
    {!isEnded(file) && leftToDo(file).length > 0 && (
      <>
        <h3 class="govuk-heading-s">Kvar innan ärendet kan avslutas</h3>
        <ul class="govuk-list govuk-list--bullet">
          {leftToDo(file).map((left) => (
            <li key={left}>{left}</li>
          ))}
        </ul>
      </>
    )}
    <p class="govuk-body">
      <a class="govuk-link" href={staffAddresses.authorityAnswers(file.reference)}>
        Svar till IMY:s e-tjänst
      </a>
    </p>
  </Part>
);

/** The action plan: what, who, when, and whether it is done. */
export const Measures = ({ file }: { readonly file: BreachCase }) => (
  <Part id="measures" heading="Handlingsplan">
    {file.measures.length === 0 ? (
      <p class="govuk-body">Inga åtgärder än. Ärendet kan inte avslutas utan minst en.</p>
    ) : (
      <StackedTable
        caption={`${file.measures.length} ${file.measures.length === 1 ? "åtgärd" : "åtgärder"}`}
        columns={["Åtgärd", "Ansvarig", "Klart senast", "Klart"]}
        rows={file.measures.map(({ id, what, owner, dueOn, completedOn }) => ({
          key: id,
          cells: [what, owner, dueOn, completedOn ?? notYet],
        }))}
      />
    )}
  </Part>
);
