import type * as z from "zod";

/** Where the next page begins, opaque to whoever gives it back. */
export const cursorOf = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString("base64url");

/** The place that a cursor stands for; undefined unless it is one that could have been made here. */
export function placeOf<Place>(cursor: string, shape: z.ZodType<Place>): Place | undefined {
  if (cursor.length > 500) return undefined;
  try {
    const place = shape.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return place.success && cursorOf(place.data) === cursor ? place.data : undefined;
  } catch {
    // What is not JSON is no cursor of ours.
    return undefined;
  }
}
