import type { CaseFile } from "./case-file.ts";

/** What a case owes others: letters to send, and cases to open for further units. Done beside the commands. */
export type Owed = Pick<CaseFile, "letters" | "owedCases">;

const byId = <Part extends { readonly id: string }>(parts: readonly Part[]): ReadonlyMap<string, Part> =>
  new Map(parts.map((part) => [part.id, part]));

/**
 * What a case owes after a command that began from an older reading of it: everything as it stands now, and what the
 * command added. A command never takes back what is owed, so nothing is lost whichever came first.
 */
export function owedTogether(stored: Owed, added: Owed): Owed {
  const [letters, owedCases] = [byId(stored.letters), byId(stored.owedCases)];
  return {
    letters: [...stored.letters, ...added.letters.filter(({ id }) => !letters.has(id))],
    owedCases: [...stored.owedCases, ...added.owedCases.filter(({ id }) => !owedCases.has(id))],
  };
}

/** Whether the case, as it stands, has come past the very command that made `next`. */
export function holds(stored: Pick<CaseFile, "history">, next: Pick<CaseFile, "history">): boolean {
  const last = next.history.at(-1);
  if (last === undefined) return false;
  return stored.history.some(
    ({ version, key, bodyHash, who }) =>
      version === last.version && key === last.key && bodyHash === last.bodyHash && who.sub === last.who.sub,
  );
}
