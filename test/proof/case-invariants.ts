import { independentLastDay } from "../domain/independent-calendar.ts";

/** A command as the client gave it. Moments are the client's own, counted from one: when it was sent and when answered. */
export interface GivenCommand {
  readonly reference: string;
  readonly sub: string;
  /** Stands in the command and nowhere else. */
  readonly text: string;
  /** The version it was given on. */
  readonly version: number;
  readonly sentAt: number;
  readonly answeredAt: number;
  /** The version it made; null when it was refused; undefined when the answer was lost. */
  readonly made: number | null | undefined;
}

export interface KeptEntry {
  readonly reference: string;
  readonly version: number;
  readonly text: string;
}

/**
 * What is not linear in the histories of cases: each acknowledged command stands once at the version it was told, each
 * refused one nowhere, versions follow one another, and what was answered before another was sent stands before it.
 */
export function unlinear(given: readonly GivenCommand[], kept: readonly KeptEntry[]): readonly string[] {
  const byText = Map.groupBy(kept, ({ text }) => text);
  const texts = new Set(given.map(({ text }) => text));
  const faults = given.flatMap(({ text, version, made }) => {
    const stands = byText.get(text) ?? [];
    const [first] = stands;
    return [
      ...(stands.length > 1 ? [`carried out ${stands.length} times: ${text}`] : []),
      ...(made === null && first !== undefined ? [`refused and carried out: ${text}`] : []),
      ...(typeof made === "number" && first === undefined ? [`lost: ${text}`] : []),
      ...(typeof made === "number" && first !== undefined && first.version !== made
        ? [`at another version: ${text}`]
        : []),
      ...(first !== undefined && first.version !== version + 1 ? [`over somebody else's: ${text}`] : []),
    ];
  });
  const unknown = kept.filter(({ text }) => !texts.has(text)).map(({ text }) => `nobody gave: ${text}`);
  const gaps = [...Map.groupBy(kept, ({ reference }) => reference)].flatMap(([reference, entries]) =>
    entries.every(({ version }, at) => version === (entries[0]?.version ?? 0) + at) ? [] : [`versions: ${reference}`],
  );
  const placed = given.flatMap((command) =>
    (byText.get(command.text) ?? []).slice(0, 1).map((entry) => ({ ...command, at: entry.version })),
  );
  const turned = placed.flatMap((one) =>
    placed
      .filter((other) => other.reference === one.reference && one.answeredAt < other.sentAt && other.at < one.at)
      .map((other) => `out of order: ${one.text} and ${other.text}`),
  );
  return [...faults, ...unknown, ...gaps, ...turned];
}

export interface Seen {
  readonly reference: string;
  readonly sub: string;
}
export interface KeptLook extends Seen {
  readonly seq: number;
}

/** Reads of a case that the log of looks does not know of, and chains with a link missing. */
export function unlogged(reads: readonly Seen[], looks: readonly KeptLook[]): readonly string[] {
  const key = ({ reference, sub }: Seen) => `${sub} at ${reference}`;
  const known = Map.groupBy(looks, key);
  const missing = [...Map.groupBy(reads, key)].flatMap(([who, times]) =>
    (known.get(who)?.length ?? 0) < times.length ? [`not in the log: ${who}`] : [],
  );
  const broken = [...Map.groupBy(looks, ({ reference }) => reference)].flatMap(([reference, chain]) => {
    const numbers = chain.map(({ seq }) => seq).toSorted((one, other) => one - other);
    return numbers.every((seq, at) => seq === at + 1) ? [] : [`a look is missing: ${reference}`];
  });
  return [...missing, ...broken];
}

export interface Dated {
  readonly reference: string;
  /** Local day of receipt. */
  readonly receivedOn: string;
  readonly isExtended: boolean;
  readonly originalDueOn: string;
  readonly dueOn: string;
}

/** Last days that another calculator finds to be others (GDPR art. 12.3: one month, and two further where extended). */
export const wrongDays = (cases: readonly Dated[]): readonly string[] =>
  cases.flatMap(({ reference, receivedOn, isExtended, originalDueOn, dueOn }) => [
    ...(originalDueOn === independentLastDay(receivedOn, 1) ? [] : [`first last day: ${reference}`]),
    ...(dueOn === independentLastDay(receivedOn, isExtended ? 3 : 1) ? [] : [`last day: ${reference}`]),
  ]);

export interface Counted {
  readonly right: string;
  readonly channel: string;
  readonly outcome: string | null;
}
export interface ToldFigures {
  readonly received: number | null;
  readonly open: number | null;
  readonly byRight: Readonly<Record<string, number>>;
  readonly byChannel: Readonly<Record<string, number>>;
  readonly byOutcome: Readonly<Record<string, number>>;
}

/** Figures that are not those of what the client was acknowledged. */
export function wrongFigures(cases: readonly Counted[], told: ToldFigures): readonly string[] {
  const grouped = (codes: readonly (string | null)[]): string =>
    JSON.stringify(
      [
        ...Map.groupBy(
          codes.filter((code) => code !== null),
          String,
        ),
      ]
        .map(([code, all]) => [code, all.length])
        .toSorted(),
    );
  const listed = (figures: Readonly<Record<string, number>>) =>
    JSON.stringify(
      Object.entries(figures)
        .filter(([, count]) => count > 0)
        .toSorted(),
    );
  return [
    ...(told.received === cases.length ? [] : ["received"]),
    ...(told.open === cases.filter(({ outcome }) => outcome === null).length ? [] : ["open"]),
    ...(listed(told.byRight) === grouped(cases.map(({ right }) => right)) ? [] : ["byRight"]),
    ...(listed(told.byChannel) === grouped(cases.map(({ channel }) => channel)) ? [] : ["byChannel"]),
    ...(listed(told.byOutcome) === grouped(cases.map(({ outcome }) => outcome)) ? [] : ["byOutcome"]),
  ];
}
