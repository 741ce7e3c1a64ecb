import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import ses from "aws-ses-v2-local";
import * as z from "zod";
import type { Accepted, MailLog } from "./mail.ts";
import { configurationSetArn, identityArn } from "./names.ts";
import { type AwsAnswer, type AwsService, escapeXml } from "./service.ts";

export interface MailEngine {
  /** Sends a form of SES's query API; the message's id, or the engine's complaint. */
  send(form: URLSearchParams): Promise<{ readonly messageId: string } | { readonly complaint: string }>;
  /** The mail as the engine understood it. */
  read(messageId: string): Promise<z.infer<typeof stored> | undefined>;
  stop(): Promise<void>;
}

const stored = z.object({
  messageId: z.string(),
  from: z.string(),
  destination: z.object({ to: z.array(z.string()), cc: z.array(z.string()), bcc: z.array(z.string()) }),
  subject: z.string(),
  body: z.object({ text: z.string().optional(), html: z.string().optional() }),
});
const store = z.object({ emails: z.array(stored) });

// The package is CommonJS with a default export; which of the two Node gives depends on who loads it.
const startServer: typeof ses = "default" in ses ? (ses as { default: typeof ses }).default : ses;

export const startMailEngine = async (): Promise<MailEngine> => {
  const server = await startServer({ host: "127.0.0.1", port: 0 });
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    send: async (form) => {
      const answer = await fetch(url, { method: "POST", headers: { authorization: "AWS4" }, body: form });
      const text = await answer.text();
      const [, messageId] = /<MessageId>([^<]+)<\/MessageId>/.exec(text) ?? [];
      return messageId === undefined ? { complaint: text } : { messageId };
    },
    read: async (messageId) => {
      const since = Math.floor(Date.now() / 1000) - 2;
      const answer = await fetch(`${url}/store?since=${since}`);
      return store.parse(await answer.json()).emails.find((mail) => mail.messageId === messageId);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

export interface MailSettings {
  /** Verified addresses and domains, each with the configuration set its mails get by default. */
  readonly identities: ReadonlyMap<string, string | undefined>;
  readonly configurationSets: ReadonlySet<string>;
}

const refusal = (status: number, code: string, message: string): AwsAnswer => ({
  status,
  headers: { "content-type": "text/xml" },
  body: `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>${status < 500 ? "Sender" : "Receiver"}</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error><RequestId>local</RequestId></ErrorResponse>`,
});

const bare = (address: string): string => /<([^>]*)>\s*$/.exec(address)?.[1] ?? address.trim();
const members = (form: URLSearchParams, prefix: string): readonly string[] =>
  [...form].filter(([name]) => name.startsWith(`${prefix}.member.`)).map(([, text]) => text);
const tagsOf = (form: URLSearchParams): Record<string, string[]> =>
  Object.fromEntries(
    [...form].flatMap(([name, tag]) => {
      const [, number] = /^Tags\.member\.(\d+)\.Name$/.exec(name) ?? [];
      return number === undefined ? [] : [[tag, [form.get(`Tags.member.${number}.Value`) ?? ""]]];
    }),
  );

/** SES's query API: SendEmail and SendRawEmail. `accepted` hears of each mail once it is on disk. */
export const simpleEmail = (
  engine: MailEngine,
  settings: MailSettings,
  log: MailLog,
  now: () => Date,
  accepted: (mail: Accepted) => void,
): AwsService => {
  const identityFor = (address: string): string | undefined => {
    const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
    return [address, ...domain.split(".").map((_, at, parts) => parts.slice(at).join("."))].find((name) =>
      settings.identities.has(name),
    );
  };
  const rawHeader = (form: URLSearchParams, name: string) =>
    new RegExp(`^${name}:\\s*(.+)$`, "im")
      .exec(Buffer.from(form.get("RawMessage.Data") ?? "", "base64").toString())?.[1]
      ?.trim();
  const senderOf = (form: URLSearchParams) => bare(form.get("Source") ?? rawHeader(form, "From") ?? "");
  const recipientsOf = (form: URLSearchParams) =>
    form.get("Action") === "SendRawEmail"
      ? members(form, "Destinations")
      : ["To", "Cc", "Bcc"].flatMap((kind) => members(form, `Destination.${kind}Addresses`));

  return {
    refusal,
    throttling: { status: 400, code: "Throttling" },
    intent: ({ body }) => {
      const form = new URLSearchParams(body.toString());
      const operation = form.get("Action") ?? "";
      if (operation !== "SendEmail" && operation !== "SendRawEmail")
        return { ok: false, answer: refusal(400, "InvalidAction", `${operation} is not played locally.`) };
      const from = senderOf(form);
      const action = `ses:${operation}`;
      const context = { "ses:FromAddress": [from], "ses:Recipients": recipientsOf(form).map(bare) };
      const set = form.get("ConfigurationSetName");
      const resources = [identityArn(identityFor(from) ?? from), ...(set === null ? [] : [configurationSetArn(set)])];
      return { ok: true, action, asks: resources.map((resource) => ({ action, resource, context })) };
    },
    apply: async ({ body }) => {
      const form = new URLSearchParams(body.toString());
      const from = senderOf(form);
      const identity = identityFor(from);
      if (identity === undefined) return refusal(400, "MessageRejected", "Email address is not verified.");
      const configurationSet = form.get("ConfigurationSetName") ?? settings.identities.get(identity);
      if (configurationSet !== undefined && !settings.configurationSets.has(configurationSet))
        return refusal(400, "ConfigurationSetDoesNotExist", "Configuration set does not exist.");
      const recipients = recipientsOf(form);
      if (recipients.some((address) => !/^[\x21-\x7e]+@[^\s@]+$/.test(bare(address))))
        return refusal(400, "InvalidParameterValue", "An address is not one that mail can be sent to.");
      const sent = await engine.send(form);
      if ("complaint" in sent) return refusal(400, "InvalidParameterValue", sent.complaint);
      const mail = await engine.read(sent.messageId);
      if (!mail) throw new Error("The mail engine does not know the mail it just took.");
      const { to, cc, bcc } = mail.destination;
      const everyone = recipients.length > 0 ? recipients : [...to, ...cc, ...bcc];
      // The engine's own ids are drawn anew at each start and may meet again.
      const messageId = `0110${randomUUID()}-000000`;
      const entry: Accepted = {
        messageId,
        from,
        recipients: everyone.map(bare),
        ...(configurationSet === undefined ? {} : { configurationSet }),
        tags: tagsOf(form),
        mail: {
          to: everyone.map(bare).join(", "),
          subject: mail.subject,
          text: mail.body.text ?? "",
          ...(mail.body.html === undefined ? {} : { html: mail.body.html }),
          sentAt: now().toISOString(),
        },
      };
      log.add(entry);
      accepted(entry);
      const operation = form.get("Action");
      return {
        status: 200,
        headers: { "content-type": "text/xml" },
        body: `<${operation}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><${operation}Result><MessageId>${messageId}</MessageId></${operation}Result><ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></${operation}Response>`,
      };
    },
  };
};
