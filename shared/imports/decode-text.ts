/**
 * The text of a file as Swedish spreadsheets save them: UTF-8 with or without a mark, UTF-16 with one, or else Windows-1252.
 * What is not UTF-8 anywhere cannot be it by accident, so the order decides.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
