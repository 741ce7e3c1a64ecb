import type { RequestCase } from "../../../shared/domain/casework/request-case.ts";
import { type Answer, page, seeOther } from "../../../shared/lambda/answer.ts";
import { fileInWords } from "../../../shared/pages/file-words.ts";
import { answerFilesPage, type TakenIn, takenIn } from "../../../shared/pages/staff/answer-files-page.tsx";
import { staffAddresses } from "../../../shared/pages/staff/staff-addresses.ts";
import type { AnswerFile } from "../../../shared/store/answer-files.ts";
import { bodyHashOf } from "../body-hash.ts";
import { giveCommand } from "../give-command.ts";
import type { StaffDeps } from "../live.ts";
import { lookAt } from "../seen-case.ts";
import { notThere } from "./case.ts";
import { requestFor } from "./request-for.ts";
import type { Sending, Visit } from "./visit.ts";

const linkS = 60;
const outcomeMark = "fil";

/** The case, for those who may answer it. To everybody else there are no files. */
async function answerable(visit: Visit, deps: StaffDeps): Promise<RequestCase | undefined> {
  const acted = await requestFor(visit, "answer", deps);
  if (acted === undefined) return undefined;
  await lookAt(acted.file, visit.who, acted.role, "case-read", deps);
  return acted.file;
}

const filesOf = async ({ submission, number }: RequestCase, deps: StaffDeps): Promise<readonly AnswerFile[]> =>
  (await deps.answers.of(submission)).filter((file) => file.number === number);

/** The case's history says what was done with its files, and by whom: a note, once for each deed. */
async function noted(visit: Visit, file: RequestCase, deed: string, text: string, deps: StaffDeps): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) {
    const now = await deps.cases.get(file);
    if (now === undefined) return;
    const given = await giveCommand(
      {
        who: visit.who,
        reference: file.reference,
        body: { command: "note", version: now.version, text },
        key: deed,
        bodyHash: bodyHashOf({ command: "note", text }),
        language: "sv",
      },
      deps,
    );
    if (given.ok || given.error.code !== "stale-version") return;
  }
}

/** The upload that the browser comes back from: S3 says in the address which object it was. */
const uploadIn = ({ request }: Visit, { submission, number }: RequestCase): string | undefined => {
  const key = request.query.get("key") ?? "";
  const start = `answers/${submission}/${number}/waiting/`;
  const id = key.startsWith(start) ? key.slice(start.length) : "";
  return /^[0-9a-f-]{36}$/.test(id) ? id : undefined;
};

async function takeIn(visit: Visit, file: RequestCase, id: string, deps: StaffDeps): Promise<TakenIn> {
  const taken = await deps.answers.takeIn(file, id);
  if (taken === undefined) return "gone";
  if (taken.ok) {
    const size = fileInWords(taken.value.kind, taken.value.size, "sv");
    await noted(visit, file, `file-added-${id}`, `En fil lades till svaret (${size}).`, deps);
  }
  // What waits is the debt, and goes last: stopped before this, all of it is done again to the same end.
  await deps.answers.removeWaiting(file, id);
  return taken.ok ? "added" : taken.error;
}

/** `GET /personal/arenden/{reference}/svarsfiler`: the answer's files, and the form that puts one more there. */
export async function getAnswerFiles(visit: Visit, deps: StaffDeps): Promise<Answer> {
  const file = await answerable(visit, deps);
  if (file === undefined) return notThere(visit);
  const here = staffAddresses.answerFiles(file.reference);
  if (visit.request.query.has("key")) {
    const id = uploadIn(visit, file);
    const outcome = id === undefined ? "gone" : await takeIn(visit, file, id, deps);
    return seeOther(`${here}?${outcomeMark}=${outcome}`);
  }
  const said = visit.request.query.get(outcomeMark);
  const upload = deps.answers.uploadForm(file, deps.newKey(), `${deps.site}${here}`);
  const html = answerFilesPage(visit.frame, {
    file,
    channels: deps.channels,
    files: await filesOf(file, deps),
    upload,
    outcome: takenIn.find((known) => known === said) ?? null,
  });
  return { ...page(200, html), formsTo: upload.origin };
}

const named = (files: readonly AnswerFile[], name: string): AnswerFile | undefined =>
  files.find(({ id, kind }) => `${id}.${kind}` === name);

/** `GET /personal/arenden/{reference}/svarsfiler/{file}`: to the file, by a link that lives a minute. */
export async function getOneAnswerFile(visit: Visit, deps: StaffDeps): Promise<Answer> {
  const file = await answerable(visit, deps);
  const one = file && named(await filesOf(file, deps), visit.request.param("file"));
  if (file === undefined || one === undefined) return notThere(visit);
  return seeOther(await deps.answers.linkTo(file.submission, one, `svar-${one.id.slice(0, 8)}.${one.kind}`, linkS));
}

/** `POST /personal/arenden/{reference}/svarsfiler`: takes a file away. */
export async function postAnswerFiles(sending: Sending, deps: StaffDeps): Promise<Answer> {
  const file = await answerable(sending, deps);
  if (file === undefined) return notThere(sending);
  const one = named(await filesOf(file, deps), sending.fields.get("file")?.[0] ?? "");
  if (one !== undefined) {
    const size = fileInWords(one.kind, one.size, "sv");
    // The file goes last: stopped before it has, it is still listed and taken away again, and the history says so once.
    await noted(sending, file, `file-removed-${one.id}`, `En fil togs bort från svaret (${size}).`, deps);
    await deps.answers.remove(file, one);
  }
  return seeOther(`${staffAddresses.answerFiles(file.reference)}?${outcomeMark}=removed`);
}
