/** A letter's id in the few characters that a mail's tag may have. The tag comes back with every event about the mail. */
export const letterTag = (id: string): string => id.replaceAll(/[^A-Za-z0-9_-]/g, "_");
