/** A bug that could have been written, and the test that must notice it. */
export interface Bug {
  /** What goes wrong, as a short name. */
  readonly name: string;
  readonly file: string;
  /** Each `find` stands exactly once in the file; otherwise the bug no longer applies and must be written anew. */
  readonly edits: readonly { readonly find: string; readonly replace: string }[];
  readonly caughtBy: {
    readonly file: string;
    /** Words of the test's title, or of the group it stands in, as they stand in the file. */
    readonly test: string;
  };
}

/** What keeps a bug from being tried; undefined when it can be. Both texts are those of today's files. */
export function whyNotApplicable(bug: Bug, source: string, test: string): string | undefined {
  for (const { find, replace } of bug.edits) {
    const times = source.split(find).length - 1;
    if (times !== 1) return `stands ${times} times in ${bug.file}: ${find}`;
    if (find === replace) return `changes nothing: ${find}`;
  }
  return test.includes(bug.caughtBy.test) ? undefined : `${bug.caughtBy.file} has no test "${bug.caughtBy.test}"`;
}

/** The file with the bug in it. */
export const withBug = (source: string, { edits }: Pick<Bug, "edits">): string =>
  edits.reduce((text, { find, replace }) => text.split(find).join(replace), source);
