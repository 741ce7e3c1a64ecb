import { isEnded } from "../../domain/casework/case-file.ts";
import type { HistoryEntry } from "../../domain/casework/case-history.ts";
import { civilDate } from "../../domain/civil-date.ts";
import { compareInstants, instant } from "../../domain/instant.ts";
import type { CaseView } from "./case-view.ts";
import { roleWords, statusWord } from "./code-words.ts";
import type { CommandField, CommandForm } from "./command-form.ts";
import { formOf } from "./command-form.ts";
import { type Fact, Facts } from "./parts.tsx";
import { dayInWords, instantInWords } from "./time-words.ts";

type Names = Pick<CaseView, "file" | "unitName">;

const unknown = "Vet inte";

/** What a command said of one field, in words. */
function inWords(field: CommandField, value: unknown, { file, unitName }: Names): string {
  if (value === null || value === undefined) return unknown;
  const several = Array.isArray(value) ? value.map(String) : [String(value)];
  if (several.length === 0) return unknown;
  switch (field.kind) {
    case "tick":
      return value === true ? "Ja" : "Nej";
    case "yes-no":
      return field.options.find((option) => option.value === (value === true ? "yes" : "no"))?.label ?? "";
    case "choice":
    case "list":
    case "several":
      return several.map((each) => field.options.find((option) => option.value === each)?.label ?? each).join("\n");
    case "units":
      return several.map(unitName).join("\n");
    case "measure":
      return (file.kind === "breach" ? file.measures.find(({ id }) => id === value)?.what : undefined) ?? "";
    case "day": {
      const date = civilDate(several[0] ?? "");
      return date === undefined ? "" : dayInWords(date);
    }
    case "moment": {
      const at = instant(several[0] ?? "");
      return at === undefined ? "" : instantInWords(at);
    }
    default:
      return several.join("\n");
  }
}

const within = (what: Readonly<Record<string, unknown>>, form: CommandForm): Readonly<Record<string, unknown>> => {
  const inner = form.within === undefined ? undefined : what[form.within];
  return typeof inner === "object" && inner !== null ? { ...what, ...inner } : what;
};

/** What an entry said, field by field; for what was put right, the old beside the new. */
export function factsOf(entry: HistoryEntry, names: Names): readonly Fact[] {
  const form = formOf(names.file.kind, entry.command);
  if (form === undefined) return [];
  const said = within(entry.what, form);
  return form.fields.flatMap((field) => {
    if (!Object.hasOwn(said, field.name)) return [];
    const now = inWords(field, said[field.name], names);
    const was = entry.was !== undefined && Object.hasOwn(entry.was, field.name);
    return [
      {
        label: field.label,
        value: was ? (
          <>
            <span class="intag-line">
              <span class="govuk-hint intag-inline">Före:</span>{" "}
              <del>{inWords(field, entry.was?.[field.name], names)}</del>
            </span>
            <span class="intag-line">
              <span class="govuk-hint intag-inline">Nu:</span> <ins>{now}</ins>
            </span>
          </>
        ) : (
          now
        ),
      },
    ];
  });
}

const whoOf = (entry: HistoryEntry, sub: string): string =>
  `${entry.who.sub === sub ? "Du" : (entry.who.name ?? "En kollega")} (${roleWords[entry.who.role].toLowerCase()})`;

/** One thing that was done: what, who, when, and what was said. */
const Entry = ({
  entry,
  names,
  sub,
}: {
  readonly entry: HistoryEntry;
  readonly names: Names;
  readonly sub: string;
}) => {
  const { kind } = names.file;
  const facts = factsOf(entry, names);
  const wasLater = compareInstants(entry.recordedAt, entry.at) !== 0;
  return (
    <li class="intag-history__entry">
      <h3 class="govuk-heading-s intag-history__what">{formOf(kind, entry.command)?.title ?? entry.command}</h3>
      <p class="govuk-body-s">
        {whoOf(entry, sub)}, {instantInWords(entry.at)}
        {wasLater && <span class="intag-line">Sparat {instantInWords(entry.recordedAt)}</span>}
        {entry.from.status !== entry.to.status && (
          <span class="intag-line">
            Från {statusWord(kind, entry.from.status).toLowerCase()} till{" "}
            {statusWord(kind, entry.to.status).toLowerCase()}
            {isEnded(entry.to) ? ". Ärendet är avslutat." : ""}
          </span>
        )}
      </p>
      {facts.length > 0 && <Facts facts={facts} />}
    </li>
  );
};

/** What has been done in a case, latest first. */
export const HistoryList = ({
  entries,
  names,
  sub,
}: {
  readonly entries: readonly HistoryEntry[];
  readonly names: Names;
  readonly sub: string;
}) => (
  <ol class="govuk-list intag-history">
    {entries.toReversed().map((entry) => (
      <Entry key={entry.version} entry={entry} names={names} sub={sub} />
    ))}
  </ol>
);
