import * as z from "zod";
import type { Invoke } from "../aws/invoke.ts";
import type { Language } from "../domain/language.ts";
import type { Handover } from "./postman.ts";

/** A letter to somebody's digital mailbox (Mina meddelanden), with what it is about in it. */
export interface MailboxMessage {
  /** The same each time the same message is handed over, so that it is delivered once. */
  readonly id: string;
  /** Personnummer or samordningsnummer, twelve digits. */
  readonly recipient: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly {
    readonly name: string;
    readonly mediaType: string;
    /** Base64. */
    readonly content: string;
  }[];
}

/** Delivers to digital mailboxes. It never throws: whatever happens is an outcome to write down. */
export interface Mailbox {
  readonly deliver: (message: MailboxMessage) => Promise<Handover>;
}

/** What Mina meddelanden takes, attachments and all, in bytes. */
export const mostMailboxBytes = 2_000_000;

const answer = z.object({ outcome: z.enum(["delivered", "no-mailbox", "refused", "try-later"]) });

/**
 * The city's own way to digital mailboxes: a function in the account that hands messages to the city's intermediary
 * (förmedlare), which looks the person's mailbox up, signs and seals. It is called with a `MailboxMessage` and answers
 * `{"outcome": "delivered" | "no-mailbox" | "refused" | "try-later"}`; the same `id` again is the same message.
 */
export const cityMailbox = (invoke: Invoke): Mailbox => ({
  deliver: async (message) => {
    try {
      const { outcome } = answer.parse(await invoke(message));
      if (outcome === "delivered") return { outcome: "accepted" };
      return { outcome: outcome === "try-later" ? "try-later" : "refused", failure: outcome };
    } catch (failure) {
      return { outcome: "try-later", failure: failure instanceof Error ? failure.name : "NotAnError" };
    }
  },
});
