import {
  type _Object,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { AwsPlace } from "../aws/json-call.ts";
import { presignedLink } from "../aws/presigned-link.ts";
import { presignedPost } from "../aws/presigned-post.ts";
import { ok, refused } from "../domain/result.ts";
import {
  type AnswerFile,
  type AnswerFiles,
  type AnswerReader,
  answerKinds,
  type FileDisposal,
  largestAnswer,
} from "./answer-files.ts";
import type { CaseKey } from "./cases.ts";
import { type FileKind, fileKinds, isFileKind, kindOfFile } from "./file-kind.ts";

/** Every file of a case lies under the case; nothing in a name says whose it is. */
const folderOf = ({ submission, number }: CaseKey): string => `answers/${submission}/${number}/`;
/** What has been sent and not looked at: no file of the answer yet. */
const waitingKey = (key: CaseKey, id: string): string => `${folderOf(key)}waiting/${id}`;
const fileKey = (key: CaseKey, { id, kind }: Pick<AnswerFile, "id" | "kind">): string =>
  `${folderOf(key)}${id}.${kind}`;
const uploadS = 3_600;

const named = /^answers\/[^/]+\/(\d{1,4})\/([0-9a-f-]{36})\.([a-z]{3,4})$/;

const fileOf = (Key: string, size: number): AnswerFile | undefined => {
  const [, number, id, ending] = named.exec(Key) ?? [];
  const kind = (Object.keys(fileKinds) as FileKind[]).find((known) => known === ending); // the table's own names
  return id === undefined || kind === undefined ? undefined : { number: Number(number), id, kind, size };
};

/** Everything that lies under a name. */
async function* objectsIn(s3: S3Client, Bucket: string, Prefix: string): AsyncIterable<_Object> {
  let ContinuationToken: string | undefined;
  do {
    const page: ListObjectsV2CommandOutput = await s3.send(
      new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken }),
    );
    yield* page.Contents ?? [];
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
}

export const fileDisposal = (s3: S3Client, bucket: string): FileDisposal => ({
  removeOf: async (key) => {
    for await (const { Key } of objectsIn(s3, bucket, folderOf(key)))
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
  },
});

export const answerReader = (s3: S3Client, bucket: string, place: AwsPlace): AnswerReader => ({
  of: async (submission) => {
    const found: { readonly file: AnswerFile; readonly at: number }[] = [];
    for await (const { Key = "", Size = 0, LastModified } of objectsIn(s3, bucket, `answers/${submission}/`)) {
      const file = fileOf(Key, Size);
      if (file !== undefined) found.push({ file, at: LastModified?.getTime() ?? 0 });
    }
    return found
      .toSorted((one, other) => one.file.number - other.file.number || one.at - other.at)
      .map(({ file }) => file);
  },
  linkTo: (submission, file, fileName, seconds) =>
    presignedLink(
      { bucket, key: fileKey({ submission, number: file.number }, file), contentType: fileKinds[file.kind], fileName },
      seconds,
      place,
    ),
});

/** @param clock answers epoch milliseconds */
export const answerFiles = (s3: S3Client, bucket: string, place: AwsPlace, clock: () => number): AnswerFiles => {
  const read = async (Key: string): Promise<Buffer | undefined> => {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
      return Body === undefined ? undefined : Buffer.from(await Body.transformToByteArray());
    } catch (failure) {
      if (failure instanceof NoSuchKey) return undefined;
      throw failure;
    }
  };
  const gone = (Key: string) => s3.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
  return {
    ...answerReader(s3, bucket, place),
    uploadForm: (key, id, doneAt) =>
      presignedPost({ bucket, key: waitingKey(key, id), mostBytes: largestAnswer, doneAt }, uploadS, clock(), place),
    takeIn: async (key, id) => {
      const bytes = await read(waitingKey(key, id));
      if (bytes === undefined) return undefined;
      const kind = kindOfFile(bytes, answerKinds);
      if (isFileKind(kind))
        await s3.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: fileKey(key, { id, kind }),
            Body: bytes,
            ContentType: fileKinds[kind],
          }),
        );
      await gone(waitingKey(key, id));
      return isFileKind(kind) ? ok({ number: key.number, id, kind, size: bytes.length }) : refused(kind);
    },
    remove: async (key, file) => {
      await gone(fileKey(key, file));
    },
  };
};
