import { randomUUID } from "node:crypto";
import { CannotStart } from "./cannot-start.ts";
import type { Functions } from "./functions.ts";
import type { Accepted, MailLog } from "./mail.ts";
import { account, identityArn, region } from "./names.ts";
import { readPattern } from "./pattern.ts";
import type { Plan } from "./plan.ts";
import { eventDestination, rule } from "./shapes.ts";

/** What can become of a mail, as SES names it. */
export type MailEvent = "Send" | "Delivery" | "Bounce" | "Complaint" | "Reject";

/** For tests: which events follow a mail; none is a letter nobody hears of. By default it is sent and delivered. */
export type OnMail = (mail: Accepted) => readonly MailEvent[];

export interface MailEvents {
  /** Tells what became of a mail, once it was accepted. */
  follow(mail: Accepted): void;
  /** Tells of one event now, whatever was told before. */
  tell(mail: Accepted, event: MailEvent): Promise<void>;
  /** Mails whose events are not told yet. */
  busy(): number;
  stop(): void;
}

const titles: Readonly<Record<MailEvent, string>> = {
  Send: "Email Sent",
  Delivery: "Email Delivered",
  Bounce: "Email Bounced",
  Complaint: "Email Complaint Received",
  Reject: "Email Rejected",
};
const tries = 5;

/** SES's events through EventBridge, as far as the template asks for them: to each function whose rule fits. */
export const mailEvents = (
  plan: Plan,
  functions: Functions,
  log: MailLog,
  now: () => Date,
  onMail: OnMail = () => ["Send", "Delivery"],
): MailEvents => {
  const destinations = plan
    .all("AWS::SES::ConfigurationSetEventDestination", eventDestination)
    .map(({ properties }) => properties);
  const targets = plan.all("AWS::Events::Rule", rule).flatMap(({ id, properties }) => {
    if (properties.EventPattern === undefined || properties.State === "DISABLED") return [];
    const fits = readPattern(properties.EventPattern);
    return properties.Targets.map(({ Arn, Input }) => {
      const target = plan.functionByArn(Arn);
      if (!target || Input !== undefined)
        throw new CannotStart(
          `The template's rule ${id} does something other than hand its event to a function of the template.`,
        );
      return { fits, role: target.role };
    });
  });
  let stopped = false;
  let busy = 0;

  const tell = async (mail: Accepted, kind: MailEvent): Promise<void> => {
    const wanted = destinations.some(
      ({ ConfigurationSetName, EventDestination }) =>
        ConfigurationSetName === mail.configurationSet &&
        EventDestination.Enabled &&
        EventDestination.MatchingEventTypes.some((type) => type.toLowerCase() === kind.toLowerCase()),
    );
    if (!wanted) return;
    const event = eventOf(mail, kind, now());
    for (const { fits, role } of targets) {
      if (!fits(event)) continue;
      for (let attempt = 1; attempt <= tries && !stopped; attempt++) {
        if ((await functions.invoke(role, event)).ok) break;
        await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** attempt));
      }
    }
  };
  return {
    tell,
    follow: (mail) => {
      busy += 1;
      // After the answer to the sender, as at Amazon; the order of events is no promise there either.
      setImmediate(async () => {
        try {
          for (const kind of onMail(mail)) await tell(mail, kind);
          if (!stopped) log.told(mail.messageId);
        } finally {
          busy -= 1;
        }
      });
    },
    busy: () => busy,
    stop: () => {
      stopped = true;
    },
  };
};

const eventOf = (mail: Accepted, kind: MailEvent, at: Date) => {
  const time = at.toISOString();
  const recipients = mail.recipients.map((emailAddress) => ({ emailAddress }));
  const details: Readonly<Record<MailEvent, unknown>> = {
    Send: {},
    Delivery: {
      timestamp: time,
      processingTimeMillis: 100,
      recipients: mail.recipients,
      smtpResponse: "250 2.0.0 OK",
      reportingMTA: "local",
    },
    Bounce: {
      bounceType: "Permanent",
      bounceSubType: "General",
      bouncedRecipients: recipients,
      timestamp: time,
      feedbackId: randomUUID(),
    },
    Complaint: { complainedRecipients: recipients, timestamp: time, feedbackId: randomUUID() },
    Reject: { reason: "Bad content" },
  };
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": titles[kind],
    source: "aws.ses",
    account,
    time: `${time.slice(0, 19)}Z`,
    region,
    resources: [identityArn(mail.from)],
    detail: {
      eventType: kind,
      mail: {
        timestamp: mail.mail.sentAt,
        source: mail.from,
        sendingAccountId: account,
        messageId: mail.messageId,
        destination: mail.recipients,
        headersTruncated: false,
        commonHeaders: {
          from: [mail.from],
          to: mail.recipients,
          messageId: mail.messageId,
          subject: mail.mail.subject,
        },
        tags: {
          ...mail.tags,
          ...(mail.configurationSet === undefined ? {} : { "ses:configuration-set": [mail.configurationSet] }),
        },
      },
      [kind.toLowerCase()]: details[kind],
    },
  };
};
