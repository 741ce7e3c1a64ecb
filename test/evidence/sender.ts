import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import type { Language } from "../../shared/domain/language.ts";
import { postForm } from "../citizen/person.ts";
import { aRequest, type House, post } from "../house.ts";
import { aVisitor, type Visitor } from "../sign-in/visitor.ts";

/** A request made for somebody else, and what its sender has to come back with. */
export interface Asked {
  readonly reference: string;
  readonly statusCode: string;
}

let keys = 0;
/** To one unit; `more` is changed in the request. */
export async function askedForAnother(house: House, more: object = {}): Promise<Asked> {
  keys += 1;
  const body = aRequest({
    onBehalfOf: "represented",
    representative: { givenName: "Påhitt", familyName: "Exempelsson", email: "pahitt@intag.example" },
    concerns: [{ service: "kultur-bibliotek" }],
    ...more,
  });
  const answer = await post(house, "requests", body, `evidence-${String(keys).padStart(12, "0")}`);
  if (answer.status !== 201) throw new Error(await answer.text());
  const { reference, statusCode } = await answer.json();
  await house.idle();
  return { reference, statusCode };
}

const ways = {
  sv: { status: "/sv/arende", evidence: "/sv/arende/underlag" },
  en: { status: "/en/case", evidence: "/en/case/evidence" },
} as const;
const address = (house: Pick<House, "url">, language: Language = "sv") => `${house.url}${ways[language].evidence}`;

/** From the status, by number and code, to the page where a file is sent. */
export async function towardsEvidence(
  visitor: Visitor,
  house: Pick<House, "url">,
  asked: Asked,
  language: Language = "sv",
): Promise<Response> {
  const { status, evidence } = ways[language];
  const shown = await (await postForm(visitor, `${house.url}${status}`, { ...asked })).text();
  const pass = new RegExp(`action="${evidence}"><input type="hidden" name="pass" value="([^"]+)"`).exec(shown)?.[1];
  if (pass === undefined) throw new Error("the page asks for no evidence");
  await postForm(visitor, address(house, language), { pass });
  return visitor.go(address(house, language));
}

/** The form of a page as a browser sends it, with a file. */
export async function sendFile(
  page: Response,
  bytes: Uint8Array,
  name: string,
  change: (form: FormData) => void = () => undefined,
) {
  const html = await page.text();
  const [, form = ""] = /(<form[^>]*multipart[\s\S]*?<\/form>)/.exec(html) ?? [];
  const data = new FormData();
  for (const [tag] of form.matchAll(/<input type="hidden"[^>]*>/g))
    data.set(/ name="([^"]*)"/.exec(tag)?.[1] ?? "", / value="([^"]*)"/.exec(tag)?.[1] ?? "");
  data.set("file", new Blob([new Uint8Array(bytes)]), name);
  change(data);
  return fetch(/ action="([^"]+)"/.exec(form)?.[1] ?? "", { method: "POST", body: data, redirect: "manual" });
}

/** Sends a file all the way and comes back. */
export async function sent(house: House, asked: Asked, bytes: Uint8Array, name = "fullmakt.pdf"): Promise<Response> {
  const visitor = aVisitor();
  const answer = await sendFile(await towardsEvidence(visitor, house, asked), bytes, name);
  const back = visitor.whereTo(answer, address(house));
  const clean = visitor.whereTo(await visitor.go(back), back);
  return visitor.go(clean);
}

/** The names of everything in the bucket of people's files. */
export async function storedFiles(house: House): Promise<readonly string[]> {
  const { url: endpoint, region, credentials } = house.endpoint;
  const s3 = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: house.names.Files }));
  s3.destroy();
  return Contents.map(({ Key = "" }) => Key);
}
