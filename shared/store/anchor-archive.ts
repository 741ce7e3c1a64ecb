import { PutObjectCommand, type S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import * as z from "zod";
import type { Bucket } from "../aws/bucket.ts";
import { addMonths, type CivilDate, civilDate } from "../domain/civil-date.ts";
import type { AnchorArchive, AnchorReader, DayAnchor } from "./anchors.ts";

/** Longer than any case is open and kept after: what a chain ended with can be shown for as long. */
const keptYears = 10;

const prefix = "anchors/";
const keyOf = (day: CivilDate): string => `${prefix}${day}.json`;
const dayOfKey = (key: string): CivilDate | undefined => civilDate(key.slice(prefix.length).replace(/\.json$/, ""));

const text = z.object({
  day: z.custom<CivilDate>((value) => typeof value === "string" && civilDate(value) !== undefined),
  heads: z.record(z.string(), z.object({ seq: z.int(), hash: z.string() })),
});

/** The same heads are the same bytes, in whatever order they were found. */
const textOf = ({ day, heads }: DayAnchor): string =>
  JSON.stringify({ day, heads: Object.fromEntries(Object.entries(heads).toSorted(([a], [b]) => (a < b ? -1 : 1))) });

export const anchorReader = (bucket: Pick<Bucket, "under" | "read">): AnchorReader => ({
  daysOf: async (year) => {
    const days: CivilDate[] = [];
    for await (const { key } of bucket.under(`${prefix}${String(year).padStart(4, "0")}-`)) {
      const day = dayOfKey(key);
      if (day !== undefined) days.push(day);
    }
    return days;
  },
  anchor: async (day) => text.parse(JSON.parse(String(await bucket.read(keyOf(day))))),
});

export const anchorArchive = (s3: S3Client, bucket: string): Pick<AnchorArchive, "keep"> => ({
  keep: async (anchor) => {
    try {
      await s3.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: keyOf(anchor.day),
          Body: textOf(anchor),
          ContentType: "application/json",
          IfNoneMatch: "*",
          // Not even the account's owner can shorten this.
          ObjectLockMode: "COMPLIANCE",
          ObjectLockRetainUntilDate: new Date(addMonths(anchor.day, 12 * keptYears)),
        }),
      );
    } catch (failure) {
      if (!(failure instanceof S3ServiceException && failure.$metadata.httpStatusCode === 412)) throw failure;
    }
  },
});
