import type { House } from "../house.ts";
import type { Visitor } from "../sign-in/visitor.ts";

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What a page's own hidden fields hold, and where its form goes. */
export const formIn = (html: string) => ({
  state: /name="state" value="([^"]+)"/.exec(html)?.[1] ?? "",
  action: /<form id="answers" method="post" action="([^"]+)"/.exec(html)?.[1] ?? "",
});

export const postForm = (visitor: Visitor, url: string, fields: Fields): Promise<Response> =>
  visitor.go(url, {
    method: "POST",
    body: new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    ),
  });

/** What somebody answers up to the page where they are asked who they are. */
export const answersBefore: Readonly<Record<string, Fields>> = {
  vad: { right: "access" },
  vem: { onBehalfOf: "self" },
  "skyddade-uppgifter": { protectedIdentity: "no" },
  verksamheter: { service: "kultur-bibliotek" },
  beskriv: { details: "Lånekort & skulder åren 2015–2019" },
  svar: { delivery: "download", "contact.email": "exempel@intag.example" },
};

/** Goes through the pages until the one that asks who somebody is; what it shows. */
export async function toThePerson(
  visitor: Visitor,
  house: Pick<House, "url">,
  answers: Readonly<Record<string, Fields>> = answersBefore,
): Promise<string> {
  let html = await (await visitor.go(`${house.url}/sv/begaran/vad`)).text();
  for (let pages = 0; pages < 12; pages += 1) {
    const { state, action } = formIn(html);
    const step = action.slice(action.lastIndexOf("/") + 1);
    if (step === "om-dig") return html;
    html = await (await postForm(visitor, `${house.url}${action}`, { state, ...answers[step] })).text();
  }
  throw new Error("the pages never asked who it is");
}

/** From our own link to the broker's page, a pick there, and back; what the page they come back to answers. */
export async function identified(
  visitor: Visitor,
  house: Pick<House, "url">,
  citizen: string,
  till: "request" | "answer" = "request",
): Promise<Response> {
  const { go, whereTo } = visitor;
  const start = `${house.url}/sv/legitimera?till=${till}`;
  const broker = whereTo(await go(start), start);
  const pick = whereTo(await go(broker), broker);
  const on = whereTo(await go(pick, { method: "POST", body: new URLSearchParams({ person: citizen }) }), pick);
  const back = whereTo(await go(on), on);
  const answer = await go(back);
  return answer.status === 303 ? go(whereTo(answer, back)) : answer;
}
