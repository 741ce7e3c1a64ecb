import { type CaseFile, isEnded } from "../../domain/casework/case-file.ts";
import type { HistoryEntry } from "../../domain/casework/case-history.ts";
import { mayGive } from "../../domain/casework/permission.ts";
import { formatReference } from "../../domain/reference.ts";
import { ErrorSummary, type InputError } from "../fields.tsx";
import { SummaryList } from "../summary-list.tsx";
import { BreachDecisions, BreachFactsPart, breachClock, Measures, Proposal } from "./breach-parts.tsx";
import { type CaseView, caseTitles } from "./case-view.ts";
import { kindWords, statusWord } from "./code-words.ts";
import { formOf } from "./command-form.ts";
import type { SectionContext } from "./command-input.tsx";
import { commandGroups, groupWords } from "./command-pages.ts";
import { CommandSection, errorsOf } from "./command-section.tsx";
import { consultationFacts } from "./consultation-parts.tsx";
import { HistoryList } from "./history-list.tsx";
import { type Offered, offeredCommands } from "./offered-commands.ts";
import { BackLink, type Fact, Facts, Part, TimeTag } from "./parts.tsx";
import { Closed, Duplicates, Evidence, requestClock, requestFacts, Searches, Told, Triage } from "./request-parts.tsx";
import { startOf } from "./section-start.ts";
import { staffAddresses } from "./staff-addresses.ts";
import { type StaffFrame, staffPage } from "./staff-layout.tsx";
import { clockInWords, instantInWords, timeLeft } from "./time-words.ts";

const dueOf = (file: CaseFile): string | null =>
  file.kind === "request" ? file.dueOn : file.kind === "breach" ? file.dueAt : null;

const clockOf = (file: CaseFile): readonly Fact[] =>
  file.kind === "request" ? requestClock(file) : file.kind === "breach" ? breachClock(file) : [];

/** How long is left, what it is counted from, and why it is what it is. */
const ClockBox = ({ frame, file }: { readonly frame: StaffFrame; readonly file: CaseFile }) => (
  <div class="intag-clock">
    <h2 class="govuk-heading-m">Tid kvar</h2>
    <p class="govuk-body">
      <TimeTag left={timeLeft(dueOf(file), frame.now)} isEnded={isEnded(file)} />
    </p>
    <Facts facts={[{ label: "Inkommet", value: instantInWords(file.receivedAt) }, ...clockOf(file)]} />
  </div>
);

const About = ({ view, frame }: { readonly view: CaseView; readonly frame: StaffFrame }) => {
  const { file, unitName } = view;
  const common: readonly Fact[] = [
    { label: "Läge", value: statusWord(file.kind, file.status) },
    { label: "Nämnd", value: file.unit === null ? "Ingen än, ombudet fördelar" : unitName(file.unit) },
    {
      label: "Handläggare",
      value:
        file.assignee === null
          ? "Ingen"
          : file.assignee === frame.user.sub
            ? "Du"
            : (view.personName(file.assignee) ?? "En kollega"),
    },
    ...(file.diaryNumber === null ? [] : [{ label: "Diarienummer", value: file.diaryNumber }]),
  ];
  const own =
    file.kind === "request"
      ? requestFacts(file, view.channels)
      : file.kind === "consultation"
        ? consultationFacts(file)
        : [];
  return (
    <Part id="about" heading="Om ärendet">
      <Facts facts={[...common, ...own]} />
      {file.kind === "request" && <Triage file={file} question={view.question} unitName={unitName} />}
    </Part>
  );
};

const ToDo = ({ view, frame, offered }: { view: CaseView; frame: StaffFrame; offered: readonly Offered[] }) => {
  const context: SectionContext = { file: view.file, csrf: frame.user.csrf, key: view.key, units: view.units };
  return (
    <Part id="to-do" heading="Att göra">
      {commandGroups.map((group) => {
        const own = offered.filter(({ form }) => form.group === group);
        return own.length === 0 ? null : (
          <div class="intag-commands" key={group}>
            <h3 class="govuk-heading-s">{groupWords[group]}</h3>
            {own.map(({ command, form }) => (
              <CommandSection
                key={command}
                command={command}
                form={form}
                answers={startOf(view.file, command)}
                attempt={view.attempt?.command === command ? view.attempt : undefined}
                context={context}
              />
            ))}
          </div>
        );
      })}
    </Part>
  );
};

const Notes = ({ file }: { readonly file: CaseFile }) => {
  const notes = file.history.filter(({ command }) => command === "note");
  return notes.length === 0 ? null : (
    <Part id="notes" heading="Anteckningar">
      {notes.toReversed().map(({ version, at, who, what }) => (
        <div class="govuk-inset-text intag-note" key={version}>
          {String(what.text ?? "")
            .split("\n")
            .map((line, index) => (
              // A line may come twice: its place is its only name.
              <span class="intag-line" key={index}>
                {line}
              </span>
            ))}
          <span class="govuk-hint intag-line">
            {who.name ?? "En kollega"}, {instantInWords(at)}
          </span>
        </div>
      ))}
    </Part>
  );
};

/** Somebody who only follows what they reported sees their own part of it: the rest tells of the assessment. */
const followsOnly = ({ roles }: CaseView): boolean => roles.every((role) => role === "employee");

const isShownTo = (view: CaseView, { user }: StaffFrame, { who }: HistoryEntry): boolean =>
  !followsOnly(view) || who.sub === user.sub;

/** What somebody else did while this person was typing. */
const Stale = ({ view, frame }: { readonly view: CaseView; readonly frame: StaffFrame }) => {
  if (view.staleSince === null) return null;
  const since = view.staleSince;
  const changes = view.file.history.filter(({ version }) => version > since);
  const entries = changes.filter((entry) => isShownTo(view, frame, entry));
  const last = changes.at(-1);
  return (
    <section class="intag-stale" aria-labelledby="stale">
      <h2 class="govuk-heading-m" id="stale">
        {staleHeading(last, frame.user.sub)}
      </h2>
      {entries.length > 0 && <HistoryList entries={entries} names={view} sub={frame.user.sub} />}
      {view.attempt !== null && (
        <p class="govuk-body">
          Det du skrev finns kvar.{" "}
          <a class="govuk-link" href={`#${view.attempt.command}`}>
            Till det du skrev
          </a>
        </p>
      )}
    </section>
  );
};

const staleHeading = (last: HistoryEntry | undefined, sub: string): string => {
  if (last === undefined) return "Någon annan ändrade ärendet. Se ändringen innan du sparar.";
  const who = last.who.sub === sub ? "Du ändrade själv" : "Någon annan ändrade";
  return `${who} ärendet ${clockInWords(last.recordedAt)}. Se ändringen innan du sparar.`;
};

/** The refused command's errors; one whose form is no longer on the page is said at the top alone. */
function summaryOf(view: CaseView, offered: readonly Offered[]): readonly InputError[] {
  const { attempt } = view;
  if (attempt === null || view.staleSince !== null) return [];
  const form = formOf(view.file.kind, attempt.command);
  if (form === undefined) return [];
  const isShown = offered.some(({ command }) => command === attempt.command);
  return errorsOf(form, attempt).map(({ input, message }) => ({ input: isShown ? input : "to-do", message }));
}

/** An attempt is shown even where the case has moved on meanwhile: what somebody typed is never lost. */
function shown(view: CaseView): readonly Offered[] {
  const offered = offeredCommands(view.file, view.roles);
  const { attempt } = view;
  const form = attempt === null ? undefined : formOf(view.file.kind, attempt.command);
  return attempt === null || form === undefined || offered.some(({ command }) => command === attempt.command)
    ? offered
    : [...offered, { command: attempt.command, form }];
}

/**
 * A case: its clock, what was sent in, what can be done now, what has been done. Where a command was refused its form is
 * open with everything typed in it; where somebody else was first, what they did stands above it.
 */
export function casePage(frame: StaffFrame, view: CaseView): string {
  const { file } = view;
  const offered = shown(view);
  const errors = summaryOf(view, offered);
  const title = `${caseTitles[file.kind]} ${formatReference(file.reference)}`;
  const isStaff = !followsOnly(view);
  const history = file.history.filter((entry) => isShownTo(view, frame, entry));
  return staffPage({
    frame,
    title: view.staleSince === null ? title : `Ändrat av någon annan: ${title}`,
    place: "cases",
    hasErrors: errors.length > 0,
    before: <BackLink href={staffAddresses.cases} label="Ärenden" />,
    children: (
      <>
        <ErrorSummary errors={errors} language="sv" />
        <Stale view={view} frame={frame} />
        {view.done !== null && (
          <div class="govuk-inset-text intag-done" role="status">
            Sparat: {formOf(file.kind, view.done)?.title ?? view.done}
          </div>
        )}
        <h1 class="govuk-heading-l">
          {caseTitles[file.kind]} <span class="intag-nowrap">{formatReference(file.reference)}</span>
        </h1>
        {file.kind === "breach" && file.drill && (
          <p class="govuk-body">
            <strong class="govuk-tag govuk-tag--purple">Övning</strong> Räknas inte i statistiken.
          </p>
        )}
        {file.kind === "request" && file.protectedIdentity && (
          <p class="govuk-body">
            <strong class="govuk-tag govuk-tag--red">Skyddade personuppgifter</strong>
          </p>
        )}
        <ClockBox frame={frame} file={file} />
        <About view={view} frame={frame} />
        {view.answers.length > 0 && (
          <Part id="answers" heading={`Det här skickades in (${kindWords[file.kind].toLowerCase()})`}>
            <SummaryList rows={view.answers} language="sv" changeable={false} />
          </Part>
        )}
        {file.kind === "request" && <Duplicates duplicates={view.duplicates} unitName={view.unitName} />}
        {file.kind === "request" && <Evidence file={file} />}
        {file.kind === "request" && <Searches file={file} />}
        {file.kind === "request" && <Closed file={file} />}
        {file.kind === "request" && <Told file={file} />}
        {file.kind === "request" && view.roles.some((role) => mayGive(role, file.kind, "answer")) && (
          <p class="govuk-body">
            <a class="govuk-link" href={staffAddresses.answerFiles(file.reference)}>
              Svarets filer
            </a>
            <a class="govuk-link intag-line" href={staffAddresses.letter(file.reference)}>
              Brev att skriva ut
            </a>
          </p>
        )}
        {file.kind === "breach" && <BreachFactsPart file={file} />}
        {file.kind === "breach" && isStaff && (
          <>
            <Proposal proposal={view.proposal} />
            <BreachDecisions file={file} />
            <Measures file={file} />
          </>
        )}
        {offered.length > 0 && <ToDo view={view} frame={frame} offered={offered} />}
        {isStaff && <Notes file={file} />}
        {history.length > 0 && (
          <Part id="history" heading="Historik">
            <HistoryList entries={history} names={view} sub={frame.user.sub} />
          </Part>
        )}
      </>
    ),
  });
}
