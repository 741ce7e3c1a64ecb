import { type Bucket, bucketAt } from "../aws/bucket.ts";
import { presignedLink } from "../aws/presigned-link.ts";
import { presignedPost } from "../aws/presigned-post.ts";
import type { AwsPlace } from "../aws/signed-call.ts";
import { ok, refused } from "../domain/result.ts";
import {
  type AnswerContents,
  type AnswerFile,
  type AnswerFiles,
  type AnswerReader,
  answerKinds,
  type FileDisposal,
  largestAnswer,
} from "./answer-files.ts";
import type { CaseKey } from "./cases.ts";
import { evidenceFolders } from "./evidence-archive.ts";
import { type FileKind, fileKinds, isFileKind, kindOfFile } from "./file-kind.ts";

/** Every file of a case lies under the case; nothing in a name says whose it is. */
const folderOf = ({ submission, number }: CaseKey): string => `answers/${submission}/${number}/`;
/** What has been sent and not looked at: no file of the answer yet. */
const waitingKey = (key: CaseKey, id: string): string => `${folderOf(key)}waiting/${id}`;
const fileKey = (key: CaseKey, { id, kind }: Pick<AnswerFile, "id" | "kind">): string =>
  `${folderOf(key)}${id}.${kind}`;
const uploadS = 3_600;

const named = /^answers\/[^/]+\/(\d{1,4})\/([0-9a-f-]{36})\.([a-z]{3,4})$/;

const fileOf = (key: string, size: number): AnswerFile | undefined => {
  const [, number, id, ending] = named.exec(key) ?? [];
  const kind = (Object.keys(fileKinds) as FileKind[]).find((known) => known === ending); // the table's own names
  return id === undefined || kind === undefined ? undefined : { number: Number(number), id, kind, size };
};

export function fileDisposal(bucket: Pick<Bucket, "under" | "remove">): FileDisposal {
  const emptied = async (folder: string) => {
    for await (const object of bucket.under(folder)) await bucket.remove(object.key);
  };
  return {
    removeOf: (key) => emptied(folderOf(key)),
    removeEvidenceOf: async (submission) => {
      for (const folder of evidenceFolders(submission)) await emptied(folder);
    },
  };
}

/** Every file of a submission's answers, oldest first. */
const filesIn =
  (objects: Bucket): AnswerReader["of"] =>
  async (submission) => {
    const found: { readonly file: AnswerFile; readonly at: number }[] = [];
    for await (const { key, size, at } of objects.under(`answers/${submission}/`)) {
      const file = fileOf(key, size);
      if (file !== undefined) found.push({ file, at });
    }
    return found
      .toSorted((one, other) => one.file.number - other.file.number || one.at - other.at)
      .map(({ file }) => file);
  };

export const answerContents = (objects: Bucket): AnswerContents => ({
  of: filesIn(objects),
  contentOf: (submission, file) => objects.read(fileKey({ submission, number: file.number }, file)),
});

export const answerReader = (bucket: string, place: AwsPlace): AnswerReader => ({
  of: filesIn(bucketAt(bucket, place)),
  linkTo: (submission, file, fileName, seconds) =>
    presignedLink(
      { bucket, key: fileKey({ submission, number: file.number }, file), contentType: fileKinds[file.kind], fileName },
      seconds,
      place,
    ),
});

/** @param clock answers epoch milliseconds */
export const answerFiles = (bucket: string, place: AwsPlace, clock: () => number): AnswerFiles => {
  const objects = bucketAt(bucket, place);
  return {
    ...answerReader(bucket, place),
    uploadForm: (key, id, doneAt) =>
      presignedPost({ bucket, key: waitingKey(key, id), mostBytes: largestAnswer, doneAt }, uploadS, clock(), place),
    takeIn: async (key, id) => {
      const bytes = await objects.read(waitingKey(key, id));
      if (bytes === undefined) return undefined;
      const kind = kindOfFile(bytes, answerKinds);
      if (isFileKind(kind)) await objects.write(fileKey(key, { id, kind }), bytes, fileKinds[kind]);
      return isFileKind(kind) ? ok({ number: key.number, id, kind, size: bytes.length }) : refused(kind);
    },
    removeWaiting: (key, id) => objects.remove(waitingKey(key, id)),
    remove: (key, file) => objects.remove(fileKey(key, file)),
  };
};
