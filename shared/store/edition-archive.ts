import { PutObjectCommand, type S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import * as z from "zod";
import { bucketAt } from "../aws/bucket.ts";
import { presignedLink } from "../aws/presigned-link.ts";
import type { AwsPlace } from "../aws/signed-call.ts";
import type { Edition, EditionArchive, EditionReader, FileEntry } from "./editions.ts";

const entry = z.strictObject({ name: z.string(), contentType: z.string(), size: z.number(), sha256: z.string() });
const edition = z.strictObject({ year: z.number(), files: z.array(entry) });

/** Each file lies under its own hash, so that what is there is what it must be and is never written anew. */
const fileKey = (year: number, { name, sha256 }: Pick<FileEntry, "name" | "sha256">): string =>
  `reports/${year}/files/${sha256}/${name}`;
const editionKey = (year: number, id: string): string => `reports/${year}/editions/${id}.json`;

/** The manifest of an edition: its text is what its id is the hash of. */
export const manifestText = ({ year, files }: Omit<Edition, "id">): string => JSON.stringify({ year, files });

const isThereAlready = (failure: unknown): boolean =>
  failure instanceof S3ServiceException && failure.$metadata.httpStatusCode === 412;

async function keptOnce(s3: S3Client, Bucket: string, Key: string, Body: Uint8Array, ContentType: string) {
  try {
    await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType, IfNoneMatch: "*" }));
  } catch (failure) {
    if (!isThereAlready(failure)) throw failure;
  }
}

export const editionArchive = (s3: S3Client, bucket: string): EditionArchive => ({
  keepFile: (year, file, bytes) => keptOnce(s3, bucket, fileKey(year, file), bytes, file.contentType),
  keepEdition: ({ id, ...rest }) =>
    keptOnce(s3, bucket, editionKey(rest.year, id), Buffer.from(manifestText(rest)), "application/json"),
});

export const editionReader = (bucket: string, place: AwsPlace): EditionReader => {
  const objects = bucketAt(bucket, place);
  const read = async (key: string): Promise<Uint8Array> => {
    const bytes = await objects.read(key);
    // What is named is there: it was kept before anything named it.
    if (bytes === undefined) throw new Error("the archive lacks what an edition names");
    return bytes;
  };
  return {
    edition: async (year, id) => {
      const bytes = await read(editionKey(year, id));
      return { id, ...edition.parse(JSON.parse(Buffer.from(bytes).toString())) };
    },
    content: (year, file) => read(fileKey(year, file)),
    linkTo: (year, file, seconds) =>
      presignedLink(
        { bucket, key: fileKey(year, file), contentType: file.contentType, fileName: file.name },
        seconds,
        place,
      ),
  };
};
