import { type AwsPlace, AwsRefusal, type Call, signedCall } from "./signed-call.ts";

/** An object as a list of them tells. */
export interface ListedObject {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** When it was last written, epoch milliseconds. */
  readonly at: number;
}

/** The objects of one bucket, by names of our own: letters, digits, `/`, `-`, `_` and `.`. */
export interface Bucket {
  /** `undefined` where there is no such object. */
  readonly read: (key: string) => Promise<Buffer | undefined>;
  readonly write: (key: string, body: Uint8Array, contentType: string) => Promise<void>;
  /** Done again, it is done once. */
  readonly remove: (key: string) => Promise<void>;
  /** Everything that lies under a name, in the order of the names. */
  readonly under: (prefix: string) => AsyncIterable<ListedObject>;
}

const withinMs = 5_000;

/** Where a bucket is, and what the path to an object of it is: in front of an engine of ours, the bucket is part of the path. */
export const addressOf = (bucket: string, { region, urlSuffix, endpoint }: AwsPlace, key = "") => {
  const path = key.split("/").map(encodeURIComponent).join("/");
  return {
    url: new URL(endpoint ?? `https://${bucket}.s3.${region}.${urlSuffix}`),
    path: endpoint === undefined ? `/${path}` : `/${bucket}/${path}`,
  };
};

// S3 lists in XML. What is read of it are our own names, numbers, dates and a token of letters and digits: nothing escaped.
const inside = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];

/**
 * The four things done with an object. The whole client is 150 kB of bundle, which a role that does no more than this does
 * not need (`npm run bench`, P4).
 *
 * @throws AwsRefusal when S3 refuses, or the network's own error when it could not be reached
 */
export function bucketAt(bucket: string, place: AwsPlace): Bucket {
  const { url } = addressOf(bucket, place);
  const call = signedCall("s3", url, place, withinMs);
  const send = (
    key: string,
    expected: number,
    { headers = {}, ...rest }: Omit<Call, "path" | "headers"> & Partial<Pick<Call, "headers">>,
  ) =>
    call({ ...rest, headers, path: addressOf(bucket, place, key).path }, (status, body) => {
      if (status === expected) return body;
      const code = inside(body.toString(), "Code") ?? "UnknownError";
      throw new AwsRefusal(code, status, {});
    });
  return {
    read: async (key) => {
      try {
        return await send(key, 200, { method: "GET" });
      } catch (failure) {
        if (failure instanceof AwsRefusal && failure.name === "NoSuchKey") return undefined;
        throw failure;
      }
    },
    write: async (key, body, contentType) => {
      await send(key, 200, { method: "PUT", body, headers: { "content-type": contentType } });
    },
    remove: async (key) => {
      await send(key, 204, { method: "DELETE" });
    },
    under: async function* (prefix) {
      let more: string | undefined;
      do {
        const query = { "list-type": "2", prefix, ...(more === undefined ? {} : { "continuation-token": more }) };
        const page = (await send("", 200, { method: "GET", query })).toString();
        for (const [entry] of page.matchAll(/<Contents>.*?<\/Contents>/gs))
          yield {
            key: inside(entry, "Key") ?? "",
            size: Number(inside(entry, "Size")),
            at: Date.parse(inside(entry, "LastModified") ?? ""),
          };
        more = inside(page, "NextContinuationToken");
      } while (more !== undefined);
    },
  };
}
