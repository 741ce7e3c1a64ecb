/** What XML cannot hold: control characters but tab and line breaks, the two non-characters, and halves of surrogate pairs. */
const unwritable = /[\p{Cc}\ufffe\uffff\p{Surrogate}]/gu;

/** Text that every format can hold. What it cannot is shown by the sign for a character that is not there. */
export const writable = (text: string): string =>
  text.replace(unwritable, (sign) => (sign === "\t" || sign === "\n" || sign === "\r" ? sign : "\ufffd"));

/** Text on one line, without blanks around it. */
export const onOneLine = (text: string): string => writable(text).replace(/\s+/gu, " ").trim();
