import type { Channels } from "../../domain/casework/carry-out.ts";
import { remedies } from "../../domain/casework/remedies.ts";
import { filesIn, representationState } from "../../domain/casework/representation.ts";
import { isReachedByMailbox, type RequestCase } from "../../domain/casework/request-case.ts";
import { stockholmDate } from "../../domain/instant.ts";
import type { LetterState } from "../../domain/letter.ts";
import { formatReference } from "../../domain/reference.ts";
import { extendedDeadlineSteps, requestDeadline, requestDeadlineSteps } from "../../domain/request-deadline.ts";
import { fileInWords } from "../file-words.ts";
import type { ShownDuplicate } from "./case-view.ts";
import { extensionWords, outcomeWords, proofWords } from "./choice-words.ts";
import {
  channelWords,
  deliveryWord,
  evidenceRefusalWords,
  identityWords,
  representationWords,
  representedWords,
  rightWord,
  statusWord,
} from "./code-words.ts";
import { type Fact, Facts, Part } from "./parts.tsx";
import { staffAddresses } from "./staff-addresses.ts";
import { dayInWords, instantInWords } from "./time-words.ts";

/** The first and the present last day, how they were counted, and why the day moved if it did. */
export function requestClock({ receivedAt, dueOn, originalDueOn, extension }: RequestCase): readonly Fact[] {
  const deadline = requestDeadline(stockholmDate(receivedAt));
  const steps = (extension === null ? requestDeadlineSteps : extendedDeadlineSteps)(deadline, "sv");
  return [
    { label: "Svar senast", value: dayInWords(dueOn) },
    ...(extension === null
      ? []
      : [
          { label: "Först lovat", value: dayInWords(originalDueOn) },
          {
            label: "Varför dagen flyttades",
            value: `${extensionWords[extension.reason]}.\n${extension.explanation}\nBeskedet skickades ${dayInWords(extension.noticeSentOn)}.`,
          },
        ]),
    { label: "Så är dagen räknad", value: steps.map(({ text }) => text).join("\n") },
  ];
}

/** How the answer reaches the person, and who sees to it. */
function deliveryInWords(file: RequestCase, { mailbox }: Channels): string {
  const chosen = deliveryWord(file.delivery);
  if (file.delivery !== "digital-mailbox") return chosen;
  return mailbox && isReachedByMailbox(file)
    ? `${chosen}\nSvaret skickas dit när du besvarar ärendet, med svarets filer.`
    : `${chosen}\nSvaret skickas inte härifrån. Skicka det i stadens egen tjänst för digital post, eller som brev.`;
}

export const requestFacts = (file: RequestCase, channels: Channels): readonly Fact[] => [
  { label: "Begäran gäller", value: rightWord(file.right) },
  { label: "Kom in genom", value: channelWords[file.channel] },
  { label: "Svaret ska skickas", value: deliveryInWords(file, channels) },
  {
    label: "Identitet",
    value: [
      identityWords[file.identity.state],
      file.identity.how ?? "",
      file.identity.at === null ? "" : instantInWords(file.identity.at),
    ]
      .filter(Boolean)
      .join("\n"),
  },
  ...representationFacts(file),
];

function representationFacts({ representation, evidence }: RequestCase): readonly Fact[] {
  if (representation === null) return [];
  const { of, confirmed } = representation;
  const state = representationWords[representationState(representation, evidence)];
  return [
    { label: "Företräder någon", value: representedWords[of] },
    {
      label: "Rätt att företräda",
      value: confirmed === null ? state : `${state}\n${proofWords[confirmed.how]}\n${instantInWords(confirmed.at)}`,
    },
  ];
}

/** What the person has sent to show that they may ask for the other. */
export const Evidence = ({ file: { reference, representation, evidence } }: { readonly file: RequestCase }) =>
  representation === null ? null : (
    <Part id="evidence" heading="Fullmakt eller beslut">
      {filesIn(evidence).length === 0 && <p class="govuk-body">Ingen fil har kommit in än.</p>}
      {evidence.length > 0 && (
        <Facts
          facts={evidence.map((event, index) => ({
            label: `Fil ${index + 1}`,
            value:
              event.outcome === "received" ? (
                <>
                  <a class="govuk-link" href={staffAddresses.evidence(reference, `${event.id}.${event.kind}`)}>
                    Hämta filen ({fileInWords(event.kind, event.size, "sv")})
                  </a>
                  <span class="intag-line">{instantInWords(event.at)}</span>
                </>
              ) : (
                `Togs inte emot: ${evidenceRefusalWords[event.reason]}\n${instantInWords(event.at)}`
              ),
          }))}
        />
      )}
    </Part>
  );

/** For a doubtful request: the question to ask back, and everybody who may be the one. */
export const Triage = ({
  file,
  question,
  unitName,
}: {
  readonly file: RequestCase;
  readonly question: string | null;
  readonly unitName: (unit: string) => string;
}) =>
  file.triage === null || file.status !== "triage" ? null : (
    <div class="govuk-inset-text">
      <h3 class="govuk-heading-s">Vart hör begäran?</h3>
      {question !== null && <p class="govuk-body">Fråga den som skickade: {question}</p>}
      <p class="govuk-body">De här kan svara:</p>
      <ul class="govuk-list govuk-list--bullet">
        {file.triage.candidates.map((unit) => (
          <li key={unit}>{unitName(unit)}</li>
        ))}
      </ul>
    </div>
  );

/** Other requests that may be the same: shown, and nothing more. A person may ask again. */
export const Duplicates = ({
  duplicates,
  unitName,
}: {
  readonly duplicates: readonly ShownDuplicate[];
  readonly unitName: (unit: string) => string;
}) =>
  duplicates.length === 0 ? null : (
    <Part id="duplicates" heading="Kan vara samma begäran">
      <p class="govuk-body">
        Samma person har begärt samma sak inom ett år. Det är tillåtet, men titta om det är en dubblett.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {duplicates.map(({ reference, receivedAt, status, unit }) => (
          <li key={reference}>
            <a class="govuk-link intag-nowrap" href={staffAddresses.case(reference)}>
              {formatReference(reference)}
            </a>
            , {instantInWords(receivedAt)}, {statusWord("request", status).toLowerCase()}
            {unit === null ? "" : `, ${unitName(unit)}`}
          </li>
        ))}
      </ul>
    </Part>
  );

/** One line for every register that was searched, with what came of it. */
export const Searches = ({ file }: { readonly file: RequestCase }) =>
  file.searches.length === 0 ? null : (
    <Part id="searches" heading="Sökt i register">
      <Facts
        facts={file.searches.map(({ at, system, found }, index) => ({
          label: `${index + 1}. ${system}`,
          value: `${found ? "Uppgifter hittades" : "Inget hittades"}\n${instantInWords(at)}`,
        }))}
      />
    </Part>
  );

const toldWords: Readonly<Record<string, string>> = {
  receipt: "Kvitto på begäran",
  "answer-ready": "Besked om att svaret finns",
  "answer-in-mailbox": "Svaret till den digitala brevlådan",
};

const toldStates: Readonly<Record<LetterState, string>> = {
  owed: "Ska skickas",
  sent: "Skickat",
  delivered: "Framme",
  failed: "Gick inte fram. Nå personen på ett annat sätt, till exempel med brev.",
};

/** What has been sent to the person by the service itself, and whether it got there. */
export const Told = ({ file }: { readonly file: RequestCase }) => {
  const letters = file.letters.filter(({ to }) => to === "citizen");
  return letters.length === 0 ? null : (
    <Part id="told" heading="Meddelanden till personen">
      <Facts
        facts={letters.map(({ kind, state, attempts }) => ({
          label: toldWords[kind] ?? kind,
          value: [toldStates[state], ...attempts.slice(-1).map(({ at }) => instantInWords(at))].join("\n"),
        }))}
      />
    </Part>
  );
};

const yesOrNo = (answer: boolean | null): string => (answer === null ? "Räknas inte" : answer ? "Ja" : "Nej");

/** How it ended, in time or not, and how the person can have it tried. */
export const Closed = ({ file }: { readonly file: RequestCase }) => {
  const { closing } = file;
  if (closing === null) return null;
  return (
    <Part id="closed" heading="Beslut">
      <Facts
        facts={[
          { label: "Utfall", value: outcomeWords[closing.outcome] },
          ...(closing.sentOn === null ? [] : [{ label: "Skickat", value: dayInWords(closing.sentOn) }]),
          ...(closing.explanation === null ? [] : [{ label: "Motivering", value: closing.explanation }]),
          ...(closing.instead === null ? [] : [{ label: "I stället", value: closing.instead }]),
          { label: "I tid", value: yesOrNo(closing.answeredInTime) },
          { label: "Inom 30 dagar", value: yesOrNo(closing.answeredWithin30Days) },
        ]}
      />
      {closing.remedies.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Det här ska stå i beslutet om hur man klagar</h3>
          <ul class="govuk-list govuk-list--bullet">
            {closing.remedies.map((remedy) => (
              <li key={remedy}>{remedies[remedy].sv}</li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
};
