/** An item as DynamoDB spells it, of the two kinds of value this store uses. Nested data is kept as JSON text. */
export type StoredItem = Readonly<Record<string, { readonly S: string } | { readonly N: string }>>;

/** Attributes by name, as plain values; what is undefined or null is left out, so that sparse indexes stay sparse. */
export function itemOf(attributes: Readonly<Record<string, string | number | null | undefined>>): StoredItem {
  const item: Record<string, { S: string } | { N: string }> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    item[name] = typeof value === "number" ? { N: String(value) } : { S: value };
  }
  return item;
}

/** The plain values of an item read from the store. Kinds of value this store never writes are left out. */
export function attributesOf(item: Readonly<Record<string, unknown>>): Readonly<Record<string, string | number>> {
  const attributes: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(item)) {
    if (typeof value !== "object" || value === null) continue;
    if ("S" in value && typeof value.S === "string") attributes[name] = value.S;
    if ("N" in value && typeof value.N === "string") attributes[name] = Number(value.N);
  }
  return attributes;
}

/** Whether this is what is left of a record that was disposed of. Here, so that who only asks this carries no case. */
export const isDisposed = (item: Readonly<Record<string, unknown>>): boolean => item.disposedAt !== undefined;
