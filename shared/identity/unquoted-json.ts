/** Reads JSON that no log may quote: undefined for what is none, where the parser's own error would repeat a part of it. */
export function unquotedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
