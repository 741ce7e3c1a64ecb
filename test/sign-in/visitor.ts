import { DynamoDBClient, ScanCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import type { Local } from "../../infra/local/up.ts";

/** A browser without a window: follows redirects when told to, keeps each host's cookies, and runs no script. */
export function aVisitor() {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: string) => {
    const { host } = new URL(url);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  };
  const go = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const jar = jarOf(url);
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    const answer = await fetch(url, { redirect: "manual", ...init, headers });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const at = pair.indexOf("=");
      if (/;\s*max-age=0|;\s*expires=Thu, 01 Jan 1970/i.test(cookie)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  };
  const whereTo = (answer: Response, from: string) => new URL(answer.headers.get("location") ?? "", from).href;
  return { go, whereTo, jarOf };
}
export type Visitor = ReturnType<typeof aVisitor>;

/** To the page where one picks who one is; its address. */
export async function toThePick({ go, whereTo }: Visitor, { url }: Pick<Local, "url">, till = "/personal/konto") {
  const start = `${url}/personal/logga-in?till=${till}`;
  const provider = whereTo(await go(start), start);
  return whereTo(await go(provider), provider);
}

/** Picks a person on that page; the address that leads back with a code, not yet opened. */
export async function picked({ go, whereTo }: Visitor, pick: string, person: string) {
  const on = whereTo(await go(pick, { method: "POST", body: new URLSearchParams({ person }) }), pick);
  return whereTo(await go(on), on);
}

/** Signs in as the person all the way; what the last step answered. */
export async function signedIn(visitor: Visitor, house: Pick<Local, "url">, person: string, till?: string) {
  return visitor.go(await picked(visitor, await toThePick(visitor, house, till), person));
}

/** Lets time pass for every session: each looks as if it was last used, and the provider last asked, so long ago. */
export async function unusedForAWhile(
  { endpoint, names }: Pick<Local, "endpoint" | "names">,
  minutes = 4,
): Promise<void> {
  const { url, region, credentials } = endpoint;
  const dynamodb = new DynamoDBClient({ endpoint: url, region, credentials });
  const TableName = names.Sessions;
  const { Items = [] } = await dynamodb.send(new ScanCommand({ TableName, ConsistentRead: true }));
  for (const { id, seenAt } of Items) {
    if (id === undefined || seenAt?.S === undefined) continue;
    const before = `${new Date(Date.parse(seenAt.S) - minutes * 60_000).toISOString().slice(0, 19)}Z`;
    const change = {
      UpdateExpression: "SET seenAt = :at, checkedAt = :at REMOVE claimedAt",
      ExpressionAttributeValues: { ":at": { S: before } },
    };
    await dynamodb.send(new UpdateItemCommand({ TableName, Key: { id }, ...change }));
  }
  dynamodb.destroy();
}
