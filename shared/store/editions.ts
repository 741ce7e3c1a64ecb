import type { UnitId } from "../domain/city.ts";
import type { Instant } from "../domain/instant.ts";

/** One of a year's files, by what it contains. */
export interface FileEntry {
  readonly name: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the content, as hex. */
  readonly sha256: string;
}

/** All of a year's files, as they were compiled together. */
export interface Edition {
  /** SHA-256 of its manifest, as hex: the same files are the same edition. */
  readonly id: string;
  readonly year: number;
  readonly files: readonly FileEntry[];
}

/** Which edition of a year is shown. */
export interface ShownEdition {
  readonly edition: string;
  /** When the cases it was compiled from began to be read. */
  readonly readAt: Instant;
  /** SHA-256 of all that its files were made from, the program included: the same again would be the same files. */
  readonly madeFrom: string;
}

/** A year that has been frozen, with the edition that holds its figures. */
export interface YearLock {
  readonly lockedAt: Instant;
  readonly edition: string;
  /** The `sub` of who locked it. */
  readonly by: string;
}

/** Which edition of a year is the one. */
export interface EditionIndex {
  readonly shown: (year: number) => Promise<ShownEdition | undefined>;
  /** Shows an edition, unless one compiled from later readings is shown already. */
  readonly show: (year: number, shown: ShownEdition) => Promise<void>;
  readonly lockOf: (year: number) => Promise<YearLock | undefined>;
  /** Freezes the year, once: false when it is already. */
  readonly lock: (year: number, lock: YearLock) => Promise<boolean>;
}

/** Where the files are kept. Nothing in it is ever changed: a file lies under its own hash. */
export interface EditionArchive {
  readonly keepFile: (year: number, file: FileEntry, bytes: Uint8Array) => Promise<void>;
  /** Kept last, when all the files are there. */
  readonly keepEdition: (edition: Edition) => Promise<void>;
}

export interface EditionReader {
  /** @throws when it is not there: whatever is named has been kept before */
  readonly edition: (year: number, id: string) => Promise<Edition>;
  readonly content: (year: number, file: Pick<FileEntry, "name" | "sha256">) => Promise<Uint8Array>;
  /** A link that opens the file without signing in, for some seconds. */
  readonly linkTo: (year: number, file: FileEntry, seconds: number) => Promise<string>;
}

/** How far a compilation that somebody asked for has come. */
export type Progress =
  | { readonly state: "asked" | "running"; readonly done: number; readonly of: number }
  | { readonly state: "done"; readonly done: number; readonly of: number; readonly edition: string }
  /** The cases do not add up: `wrong` says where, in codes and references. */
  | { readonly state: "refused"; readonly wrong: RefusedBecause };

export interface RefusedBecause {
  readonly code: string;
  readonly reference?: string;
  readonly unit?: UnitId | null;
  readonly figure?: string;
}

export interface Compilation {
  readonly year: number;
  readonly id: string;
  readonly askedAt: Instant;
  readonly progress: Progress;
}

/** The compilations that were asked for by hand. Asking wakes the one that compiles. */
export interface CompilationDesk {
  /** Asks for one; asking again with the same id is the same one, and wakes again what was forgotten. */
  readonly ask: (year: number, id: string, now: Instant) => Promise<void>;
  readonly get: (year: number, id: string) => Promise<Compilation | undefined>;
}

export interface CompilationWork {
  /** Writes down how far it has come. What has ended is left as it ended. */
  readonly report: (year: number, id: string, progress: Progress) => Promise<void>;
}
