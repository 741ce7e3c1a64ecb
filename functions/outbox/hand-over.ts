import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import type { CaseLetter } from "../../shared/domain/casework/case-letter.ts";
import { letterToPerson } from "../../shared/domain/casework/letter-to-person.ts";
import type { RequestCase } from "../../shared/domain/casework/request-case.ts";
import { formatReference } from "../../shared/domain/reference.ts";
import { filesInMailbox, letterText, textMessage } from "../../shared/mail/letters.ts";
import { type Mailbox, type MailboxMessage, mostMailboxBytes } from "../../shared/mail/mailbox.ts";
import type { Postman } from "../../shared/mail/postman.ts";
import type { Texter } from "../../shared/mail/texter.ts";
import type { AnswerContents, AnswerFile } from "../../shared/store/answer-files.ts";
import { fileKinds } from "../../shared/store/file-kind.ts";
import { type AddressBook, addressOf, ownNumberOf, phoneOf } from "./address.ts";
import { letterTag } from "./letter-tag.ts";
import type { HandedOver } from "./send-once.ts";

/** The ways a letter goes. A city may lack the last two. */
export interface Ways extends AddressBook {
  readonly postman: Postman;
  readonly texter: Texter | undefined;
  readonly mailbox: { readonly to: Mailbox; readonly files: AnswerContents } | undefined;
  readonly siteUrl: string;
}

const noAddress = { outcome: "no-address" } as const;

async function byMail(kase: CaseFile, letter: CaseLetter, ways: Ways): Promise<HandedOver> {
  const to = await addressOf(letter.to, kase, ways);
  if (to === undefined) return noAddress;
  const tags = { submission: kase.submission, number: String(kase.number), letter: letterTag(letter.id) };
  return ways.postman.send({ to, ...letterText(letter, kase, ways.siteUrl), tags });
}

/** A notice to somebody who gave a telephone and no mail. */
async function bySms(kase: RequestCase, ways: Ways): Promise<HandedOver> {
  const to = await phoneOf(kase, ways);
  return to === undefined || ways.texter === undefined
    ? noAddress
    : ways.texter.send({ to, text: textMessage(kase, ways.siteUrl) });
}

/** The files that go along, if all of them fit: half an answer would look like the whole of it. */
async function attachmentsOf(
  { submission }: RequestCase,
  files: readonly AnswerFile[],
  contents: AnswerContents,
): Promise<MailboxMessage["attachments"] | undefined> {
  // Base64 takes four letters for three bytes, and the message's own words take some.
  const most = (mostMailboxBytes / 4) * 3 - 20_000;
  if (files.reduce((sum, { size }) => sum + size, 0) > most) return undefined;
  return Promise.all(
    files.map(async (file, place) => {
      const content = await contents.contentOf(submission, file);
      if (content === undefined) throw new Error("a file of the answer has just been taken away");
      return {
        name: `svar-${formatReference(submission).toLowerCase()}-${place + 1}.${file.kind}`,
        mediaType: fileKinds[file.kind],
        content: content.toString("base64"),
      };
    }),
  );
}

/** The answer itself, with what it is about in the message, to the digital mailbox of whoever asked about themselves. */
async function toMailbox(kase: RequestCase, letter: CaseLetter, ways: Ways): Promise<HandedOver> {
  const recipient = await ownNumberOf(kase, ways);
  const says = letterToPerson(kase, kase.language);
  if (recipient === undefined || ways.mailbox === undefined || says === undefined) return noAddress;
  const { to, files } = ways.mailbox;
  const own = (await files.of(kase.submission)).filter(({ number }) => number === kase.number);
  const attachments = await attachmentsOf(kase, own, files);
  const told = attachments === undefined ? "too-large" : attachments.length === 0 ? "none" : "attached";
  return to.deliver({
    id: `${kase.submission}-${kase.number}-${letterTag(letter.id)}`,
    recipient,
    language: kase.language,
    subject: says.heading,
    text: [...says.paragraphs, ...filesInMailbox(told, kase.language, ways.siteUrl)].join("\n\n"),
    attachments: attachments ?? [],
  });
}

/** Hands a case's letter over in its way. */
export async function handOver(kase: CaseFile, letter: CaseLetter, ways: Ways): Promise<HandedOver> {
  if (kase.kind === "request") {
    if (letter.kind === "answer-in-mailbox") return toMailbox(kase, letter, ways);
    if (letter.kind === "answer-ready" && !kase.noticeByMail) return bySms(kase, ways);
  }
  return byMail(kase, letter, ways);
}
