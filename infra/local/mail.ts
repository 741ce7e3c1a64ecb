import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const mailShape = z.object({
  /** One address, or several with comma and space between. */
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  sentAt: z.string(),
});
/** A mail that was accepted for sending. */
export type LocalMail = z.infer<typeof mailShape>;

const acceptedShape = z.object({
  messageId: z.string(),
  from: z.string(),
  recipients: z.array(z.string()),
  configurationSet: z.string().optional(),
  tags: z.record(z.string(), z.array(z.string())),
  mail: mailShape,
});
/** A mail with what SES knows about it beside its text. */
export type Accepted = z.infer<typeof acceptedShape>;

const lineShape = z.union([z.object({ accepted: acceptedShape }), z.object({ told: z.string() })]);

/** The mails accepted so far, oldest first, on disk before the sender hears of it. */
export interface MailLog {
  all(): readonly LocalMail[];
  accepted(): readonly Accepted[];
  add(accepted: Accepted): void;
  /** Notes that what became of a mail has been told. */
  told(messageId: string): void;
  /** Mails of which nobody has been told yet what became of them, for instance because the machine stopped. */
  untold(): readonly Accepted[];
}

export const openMailLog = (data: string): MailLog => {
  const file = join(data, "mail.jsonl");
  const mails: Accepted[] = [];
  const told = new Set<string>();
  for (const line of existsSync(file) ? readFileSync(file, "utf8").split("\n") : []) {
    // A line that was cut off while it was written belongs to a mail whose sender was not answered.
    const parsed = lineShape.safeParse(jsonOrNothing(line));
    if (!parsed.success) continue;
    if ("accepted" in parsed.data) mails.push(parsed.data.accepted);
    else told.add(parsed.data.told);
  }
  // The first newline closes a line that was cut off.
  const write = (line: z.infer<typeof lineShape>) => appendFileSync(file, `\n${JSON.stringify(line)}`);
  return {
    all: () => mails.map(({ mail }) => mail),
    accepted: () => mails,
    add: (accepted) => {
      write({ accepted });
      mails.push(accepted);
    },
    told: (messageId) => {
      write({ told: messageId });
      told.add(messageId);
    },
    untold: () => mails.filter(({ messageId }) => !told.has(messageId)),
  };
};

const jsonOrNothing = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};
