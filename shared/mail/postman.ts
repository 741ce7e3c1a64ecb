import { type SESClient, SendEmailCommand } from "@aws-sdk/client-ses";
import type { LetterText } from "./letter-text.ts";

/** What became of one attempt to hand a mail over. */
export type Handover =
  | { readonly outcome: "accepted" }
  /** It may go through later: too many at once, no answer, or the service is ill. */
  | { readonly outcome: "try-later"; readonly failure: string }
  /** It will never go through as it is. */
  | { readonly outcome: "refused"; readonly failure: string };

export interface Mail extends LetterText {
  readonly to: string;
  /** Come back with every event about this mail; codes and references only. */
  readonly tags: Readonly<Record<string, string>>;
}

export interface Postman {
  readonly send: (mail: Mail) => Promise<Handover>;
}

interface Sender {
  readonly from: string;
  readonly configurationSet: string;
}

/** The refusals that no later attempt can mend, by SES's own names. */
const final = new Set(["MessageRejected", "InvalidParameterValue"]);

/** A postman over SES. He never throws: whatever happens to a mail is an outcome to write down. */
export const postman = (ses: Pick<SESClient, "send">, { from, configurationSet }: Sender): Postman => ({
  send: async ({ to, subject, text, tags }) => {
    const data = (Data: string) => ({ Data, Charset: "UTF-8" });
    try {
      await ses.send(
        new SendEmailCommand({
          Source: from,
          Destination: { ToAddresses: [to] },
          Message: { Subject: data(subject), Body: { Text: data(text) } },
          ConfigurationSetName: configurationSet,
          Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
        }),
      );
      return { outcome: "accepted" };
    } catch (failure) {
      const name = failure instanceof Error ? failure.name : "NotAnError";
      return { outcome: final.has(name) ? "refused" : "try-later", failure: name };
    }
  },
});
