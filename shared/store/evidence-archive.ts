import { bucketAt } from "../aws/bucket.ts";
import { presignedLink } from "../aws/presigned-link.ts";
import { presignedPost } from "../aws/presigned-post.ts";
import type { AwsPlace } from "../aws/signed-call.ts";
import type { EvidenceKind } from "../domain/casework/representation.ts";
import { instantFromEpoch } from "../domain/instant.ts";
import { type EvidenceFiles, type EvidenceLinks, type EvidenceUploads, largestEvidence } from "./evidence.ts";
import { fileKinds } from "./file-kind.ts";

/** Folders are by submission and names are the uploads' own: nothing in a name says whose it is or what it was called. */
const waitingFolder = "quarantine/";
const waitingKey = (submission: string, id: string): string => `${waitingFolder}${submission}/${id}`;
const keptKey = (submission: string, id: string, kind: EvidenceKind): string => `evidence/${submission}/${id}.${kind}`;
const named = /^quarantine\/([0-9A-Z]{13})\/([0-9a-f-]{36})$/;
/** The pass to the page lives a quarter of an hour; so does its form. */
const uploadS = 900;

/** The folders in which a submission's evidence may lie, looked at or not. */
export const evidenceFolders = (submission: string): readonly string[] => [
  `${waitingFolder}${submission}/`,
  `evidence/${submission}/`,
];

/** The upload that a browser comes back from, when it is of this submission: S3 says in the address which object it was. */
export const isUploadOf = (submission: string, key: string): boolean => named.exec(key)?.[1] === submission;

/** @param clock answers epoch milliseconds */
export const evidenceUploads = (bucket: string, place: AwsPlace, clock: () => number): EvidenceUploads => ({
  uploadForm: (submission, id, doneAt) =>
    presignedPost(
      { bucket, key: waitingKey(submission, id), mostBytes: largestEvidence, doneAt },
      uploadS,
      clock(),
      place,
    ),
});

export const evidenceLinks = (bucket: string, place: AwsPlace): EvidenceLinks => ({
  linkTo: (submission, { id, kind }, fileName, seconds) =>
    presignedLink(
      { bucket, key: keptKey(submission, id, kind), contentType: fileKinds[kind], fileName },
      seconds,
      place,
    ),
});

export function evidenceFiles(bucket: string, place: AwsPlace): EvidenceFiles {
  const objects = bucketAt(bucket, place);
  return {
    waiting: async function* () {
      for await (const { key, at } of objects.under(waitingFolder)) {
        const [, submission, id] = named.exec(key) ?? [];
        const cameAt = instantFromEpoch(Math.floor(at / 1_000) * 1_000);
        if (submission !== undefined && id !== undefined) yield { submission, id, cameAt };
      }
    },
    read: ({ submission, id }) => objects.read(waitingKey(submission, id)),
    keep: ({ submission, id }, kind, bytes) => objects.write(keptKey(submission, id, kind), bytes, fileKinds[kind]),
    takeBack: ({ submission, id }, kind) => objects.remove(keptKey(submission, id, kind)),
    removeWaiting: ({ submission, id }) => objects.remove(waitingKey(submission, id)),
  };
}
