import type { Local } from "../../infra/local/up.ts";

/** What one answer promised the person. */
export interface Promised {
  readonly reference: string;
  readonly statusCode: string;
}

/** One wish of one person, and everything they were answered, first to last: the client's own history. */
export interface Deed {
  readonly via: "api" | "pages";
  /** Stands in the request's text and nowhere else. */
  readonly token: string;
  readonly body: RequestBody;
  /** Whose answer is owed: unit ids, and null for what the data protection officer decides. */
  readonly units: readonly (string | null)[];
  readonly promised: Promised[];
  /** Statuses that were no promise. */
  readonly refused: number[];
  /** How often the mail was handed over and its sender stopped before writing that down, and nobody told of it. */
  mailsInDoubt: number;
}

export type RequestBody = ReturnType<typeof bodyOf>;
type Place = Pick<Local, "url">;

const concernsOf = [
  [{ service: "soc-ekonomiskt-bistand", place: "Husby", from: "2015", to: "2019" }, { service: "kultur-bibliotek" }],
  [{ service: "kultur-bibliotek" }],
  [{ service: "vet-inte" }],
  [{ service: "kultur-bibliotek" }, { service: "vet-inte" }],
] as const;

/** How many kinds of request there are: two controllers, one, none certain, and one with a doubtful part. */
export const kinds = concernsOf.length;

/** A request of an invented person in the very writing in which it is kept, so that the two can be compared whole. */
export const bodyOf = (token: string, kind: number, email: string | null) => ({
  right: "access",
  onBehalfOf: "self",
  protectedIdentity: false,
  concerns: concernsOf[kind % kinds] ?? concernsOf[0],
  details: token,
  delivery: "registered-address",
  ...(email === null ? {} : { contact: { email } }),
  person: {
    givenName: "Exempel",
    familyName: "Exempelsson",
    personalIdentityNumber: "199001012385",
    address: { street: "Exempelgatan 1", postalCode: "12345", city: "Exempelstad" },
  },
  language: "sv",
});

interface PreviewAnswer {
  readonly recipients: readonly { readonly unit: string }[];
  readonly triage: unknown;
}

type Units = readonly (string | null)[];
const unitsBy = new WeakMap<Place, Map<string, Promise<Units>>>();

/** Who answers a request like this, asked of the API itself before anything is sent. */
async function unitsFor(place: Place, { concerns }: RequestBody): Promise<Units> {
  const question = JSON.stringify({ concerns });
  const known = unitsBy.get(place) ?? new Map<string, Promise<Units>>();
  unitsBy.set(place, known);
  const asked =
    known.get(question) ??
    fetch(`${place.url}/api/v1/routing-previews`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: question,
    }).then(async (response) => {
      const { recipients, triage }: PreviewAnswer = await response.json();
      return [...recipients.map(({ unit }) => unit), ...(triage === null ? [] : [null])];
    });
  known.set(question, asked);
  return asked;
}

let deeds = 0;
const deedsOf = new WeakMap<Place, number>();

/** A wish that nobody else has, of the next kind in the place. `email: false` is one without an address for receipts. */
export async function aDeed(
  place: Place,
  { via = "api", kind, email = true }: { via?: Deed["via"]; kind?: number; email?: boolean } = {},
): Promise<Deed> {
  deeds += 1;
  const here = (deedsOf.get(place) ?? 0) + 1;
  deedsOf.set(place, here);
  const token = `wish-${deeds}-${process.pid}-end`;
  const body = bodyOf(token, kind ?? here, email ? `wish.${deeds}@intag.example` : null);
  return { via, token, body, units: await unitsFor(place, body), promised: [], refused: [], mailsInDoubt: 0 };
}

interface Received extends Promised {
  readonly recipients: readonly { readonly unit: string }[];
  readonly triage: unknown;
}

/** Posts the wish once, as a program does. The key follows from the wish, so posting again is the same submission. */
export async function postDeed(place: Place, deed: Deed): Promise<boolean> {
  let response: Response;
  try {
    response = await fetch(`${place.url}/api/v1/requests`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": `key-of-${deed.token}` },
      body: JSON.stringify(deed.body),
    });
    if (response.status !== 201) {
      deed.refused.push(response.status);
      await response.arrayBuffer();
      return false;
    }
    const answer: Received = await response.json();
    deed.promised.push({ reference: answer.reference.replaceAll("-", ""), statusCode: answer.statusCode });
    return true;
  } catch {
    // The answer was lost on the way: whether it was received is not known.
    deed.refused.push(0);
    return false;
  }
}

/** The page just before sending, as it lies in the person's browser: sending it twice is sending it once. */
export type Sealed = string;

/** Goes through the pages as a person does, to the one where everything can be checked before it is sent. */
export async function throughPages(place: Place, { body }: Pick<Deed, "body">): Promise<Sealed> {
  const concern = body.concerns.find((each) => "place" in each);
  const { person, contact } = body;
  const fields: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    vad: [["right", body.right]],
    vem: [["onBehalfOf", body.onBehalfOf]],
    "skyddade-uppgifter": [["protectedIdentity", "no"]],
    verksamheter: body.concerns.map(({ service }) => ["service", service]),
    var:
      concern === undefined
        ? [["place.unknown", "yes"]]
        : [
            ["place.1", concern.place],
            ["from.1", concern.from],
            ["to.1", concern.to],
          ],
    beskriv: [["details", body.details]],
    svar: [
      ["delivery", body.delivery],
      ["contact.email", contact?.email ?? ""],
    ],
    "om-dig": [
      ["person.givenName", person.givenName],
      ["person.familyName", person.familyName],
      ["person.personalIdentityNumber", person.personalIdentityNumber],
      ["person.address.street", person.address.street],
      ["person.address.postalCode", person.address.postalCode],
      ["person.address.city", person.address.city],
    ],
  };
  let html = await (await fetch(`${place.url}/sv/begaran/vad`)).text();
  for (const before = new Set<string>(); ; ) {
    const [, state = ""] = /name="state" value="([^"]+)"/.exec(html) ?? [];
    const [, action = ""] = /<form id="answers" method="post" action="([^"]+)"/.exec(html) ?? [];
    const step = action.slice(action.lastIndexOf("/") + 1);
    if (step === "kontrollera") return state;
    const answers = fields[step];
    if (answers === undefined || before.has(step)) throw new Error(`the pages lead to ${action}, not expected here`);
    before.add(step);
    html = await (
      await fetch(`${place.url}${action}`, {
        method: "POST",
        body: new URLSearchParams([["state", state], ...answers.map(([name, value]) => [name, value])]),
      })
    ).text();
  }
}

/** Sends the last page once, and reads the receipt that follows. */
export async function sendPage(place: Place, deed: Deed, sealed: Sealed): Promise<boolean> {
  const response = await fetch(`${place.url}/sv/begaran/kontrollera`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ state: sealed, action: "send" }),
  });
  await response.arrayBuffer();
  const [cookie] = response.headers.getSetCookie();
  if (response.status !== 303 || cookie === undefined) {
    deed.refused.push(response.status);
    return false;
  }
  const receipt = await fetch(`${place.url}${response.headers.get("location")}`, {
    redirect: "manual",
    headers: { cookie: cookie.split(";")[0] ?? "" },
  });
  const html = await receipt.text();
  const [, reference] = /Ditt ärendenummer<br\/><strong[^>]*>([^<]+)</.exec(html) ?? [];
  const [, statusCode] = /intag-code">([^<]+)</.exec(html) ?? [];
  if (reference === undefined || statusCode === undefined) {
    deed.refused.push(receipt.status);
    return false;
  }
  deed.promised.push({ reference: reference.replaceAll("-", ""), statusCode });
  return true;
}

/** Sends the wish as people do who do not give up: again, with the same key or from the same page, until it is received. */
export async function sendUntilReceived(place: Place, deed: Deed): Promise<void> {
  const sealed = deed.via === "pages" ? await throughPages(place, deed) : "";
  for (let tries = 1; tries <= 10; tries += 1)
    if (deed.via === "api" ? await postDeed(place, deed) : await sendPage(place, deed, sealed)) return;
  throw new Error(`${deed.token} was not received in ten tries`);
}
