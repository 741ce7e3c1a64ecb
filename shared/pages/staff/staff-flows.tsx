import { consultation } from "../../../forms/consultation.ts";
import type { Form, FormPage } from "../../../forms/form.ts";
import { incidentReport } from "../../../forms/incident-report.ts";
import type { FieldError } from "../../../forms/parse-answers.ts";
import { registration } from "../../../forms/registration.ts";
import { type RefusalCode, refusalText } from "../../domain/casework/refusal.ts";
import { type Instant, stockholmDate } from "../../domain/instant.ts";
import type { Text } from "../../domain/language.ts";
import { ErrorSummary } from "../fields.tsx";
import {
  type Flow,
  type FlowPage,
  type FlowState,
  type FlowTools,
  flowPage,
  formFlow,
  pageWithErrors,
  type ShownCheck,
  type ShownQuestion,
} from "../form-flow.ts";
import type { PageAnswers } from "../page-answers.ts";
import { BackButton, formId, headingOf, Questions } from "../question-page.tsx";
import { SummaryList } from "../summary-list.tsx";
import { staffAddresses } from "./staff-addresses.ts";
import { type Place, type StaffFrame, staffPage } from "./staff-layout.tsx";
import { staffUnreadablePage } from "./staff-message-pages.tsx";

/** The forms that staff fill in, and what is each one's own. */
const forms = {
  incident: {
    form: incidentReport,
    place: "incident",
    at: staffAddresses.incident,
    send: "Skicka anmälan",
    before:
      "När du skickar får dataskyddsombudet, säkerhetssamordnaren och chefen veta det direkt. Du kan fylla på anmälan senare.",
  },
  consultation: {
    form: consultation,
    place: "question",
    at: staffAddresses.question,
    send: "Skicka frågan",
    before: "Dataskyddsombudet svarar dig. Frågan blir en allmän handling.",
  },
  registration: {
    form: registration,
    place: "registration",
    at: staffAddresses.registration,
    send: "Registrera begäran",
    before: "Svarstiden räknas från den dag begäran kom in.",
  },
} as const satisfies Readonly<
  Record<
    string,
    { readonly form: Form; readonly place: Place; readonly at: string; readonly send: string; readonly before: string }
  >
>;
export type StaffFormName = keyof typeof forms;

/** Said on every page of the report, so that nobody waits until they know more. */
const hurry = (
  <p class="govuk-inset-text">
    Staden har 72 timmar på sig att anmäla till IMY. <strong>Anmäl nu även om du inte vet allt.</strong> Du kan fylla på
    senare.
  </p>
);

const checkSlug: Text = { sv: "kontrollera", en: "check" };

/** What the pages of a form need besides the engine's own tools. */
export interface StaffFlowView {
  readonly frame: StaffFrame;
  readonly city: FlowTools["city"];
  /** The units to choose among. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

const Sealed = ({ sealed, view }: { readonly sealed: string; readonly view: StaffFlowView }) => (
  <>
    <input type="hidden" name="state" value={sealed} />
    <input type="hidden" name="csrf" value={view.frame.user.csrf} />
  </>
);

function questionPage(name: StaffFormName, view: StaffFlowView, shown: ShownQuestion): string {
  const { place, at } = forms[name];
  const { page, body, errors, sealed, isFirst, returns, again } = shown;
  return staffPage({
    frame: view.frame,
    title: headingOf(page, body).heading.sv,
    place,
    hasErrors: errors.length > 0,
    defaultForm: formId,
    before: isFirst ? null : <Back />,
    children: (
      <>
        <ErrorSummary errors={errors} language="sv" />
        {name === "incident" && hurry}
        {name === "registration" && (
          <p class="govuk-inset-text">Fyll i det som står i begäran. ”Du” och ”dig” är den som skickade den.</p>
        )}
        <form id={formId} method="post" action={`${at}/${page.slug.sv}`} novalidate data-again={again}>
          <Sealed sealed={sealed} view={view} />
          {returns && <input type="hidden" name="return" value="check" />}
          <Questions {...shown} city={view.city} units={view.units} />
          <button class="govuk-button" type="submit" name="action" value="next">
            Fortsätt
          </button>
        </form>
      </>
    ),
  });
}

const Back = () => (
  <nav aria-label="Tillbaka">
    <BackButton language="sv" />
  </nav>
);

function checkPage(name: StaffFormName, view: StaffFlowView, { sealed, rows, again }: ShownCheck): string {
  const { place, at, send, before } = forms[name];
  return staffPage({
    frame: view.frame,
    title: "Kontrollera innan du skickar",
    place,
    before: <Back />,
    children: (
      <form id={formId} method="post" action={`${at}/${checkSlug.sv}`} novalidate data-send-once data-again={again}>
        <Sealed sealed={sealed} view={view} />
        {name === "incident" && hurry}
        <h1 class="govuk-heading-l">Kontrollera innan du skickar</h1>
        <SummaryList rows={rows} language="sv" changeable />
        <p class="govuk-body">{before}</p>
        <button class="govuk-button" type="submit" name="action" value="send">
          {send}
        </button>
      </form>
    ),
  });
}

function awayPage(name: StaffFormName, view: StaffFlowView, slug: Text, sealed: string): string {
  const { place, at } = forms[name];
  return staffPage({
    frame: view.frame,
    title: "Du har varit borta ett tag",
    place,
    children: (
      <form id={formId} method="post" action={`${at}/${slug.sv}`} novalidate>
        <Sealed sealed={sealed} view={view} />
        <h1 class="govuk-heading-l">Du har varit borta ett tag</h1>
        <p class="govuk-body">Dina svar finns kvar.</p>
        <button class="govuk-button" type="submit" name="action" value="stay">
          Fortsätt
        </button>
      </form>
    ),
  });
}

/** Most incidents are noticed the day they are reported: the day stands there to be changed, the time is always asked. */
const todayOffered =
  (now: Instant) =>
  (page: FormPage, answers: PageAnswers): PageAnswers => {
    if (page.id !== "detected" || Object.keys(answers).some((name) => name.startsWith("detectedAt."))) return answers;
    const [year = "", month = "", day = ""] = stockholmDate(now).split("-");
    return { ...answers, "detectedAt.year": [year], "detectedAt.month": [month], "detectedAt.day": [day] };
  };

/** A form of the staff's as pages, in Swedish. */
export const staffFlowOf = (name: StaffFormName, view: StaffFlowView): Flow => ({
  form: forms[name].form,
  address: (slug) => `${forms[name].at}/${slug.sv}`,
  check: checkSlug,
  notPersonal: [],
  ...(name === "incident" ? { offered: todayOffered(view.frame.now) } : {}),
  show: {
    question: (shown) => questionPage(name, view, shown),
    check: (shown) => checkPage(name, view, shown),
    unreadable: () => staffUnreadablePage(view.frame),
    away: (_, slug, sealed) => awayPage(name, view, slug, sealed),
  },
});

/** The engine for one of the staff's forms: `get` shows its first page, `post` answers every other. */
export const staffFlow = (name: StaffFormName, view: StaffFlowView, tools: FlowTools) =>
  formFlow(staffFlowOf(name, view), tools);

/** The field that a rule's refusal of a whole report is about. */
const refusedAt: Readonly<Partial<Record<RefusalCode, string>>> = {
  "aware-before-detected": "/awareAt",
  "aware-delay-reason-required": "/awareDelayReason",
  "not-in-the-future": "/detectedAt",
  "unknown-unit": "/unit",
};

/** What a form that was complete was refused with when it was sent: errors of its fields, or a rule. */
export type StaffRefusal = { readonly errors: readonly FieldError[] } | { readonly code: RefusalCode };

/** The page of the form where a refusal can be put right, everything typed still in it. */
export function staffFlowRefused(
  name: StaffFormName,
  view: StaffFlowView,
  tools: FlowTools,
  state: FlowState,
  refusal: StaffRefusal,
): FlowPage {
  const errors =
    "errors" in refusal
      ? refusal.errors
      : [
          {
            pointer: refusedAt[refusal.code] ?? "",
            code: "format" as const,
            message: refusalText(refusal.code, "sv"),
          },
        ];
  const flow = staffFlowOf(name, view);
  return pageWithErrors(flow, tools, state, errors) ?? flowPage(flow.show.unreadable("sv"), 400);
}
