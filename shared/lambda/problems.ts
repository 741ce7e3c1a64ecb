import type { Language, Text } from "../domain/language.ts";
import type { Answer } from "./answer.ts";
import type { Request } from "./request.ts";

/** Every refusal the API gives, once: status, code and the words. `detail` says what to do next. */
export const problems = {
  "not-json": {
    status: 400,
    title: { sv: "Vi kunde inte läsa det du skickade", en: "We could not read what you sent" },
    detail: { sv: "Skicka giltig JSON i UTF-8.", en: "Send valid JSON in UTF-8." },
  },
  "duplicate-key": {
    status: 400,
    title: { sv: "Samma fält finns två gånger", en: "The same field appears twice" },
    detail: { sv: "Skicka varje fält en gång.", en: "Send each field once." },
  },
  "too-deep": {
    status: 400,
    title: { sv: "Innehållet har för många nivåer", en: "The content has too many levels" },
    detail: { sv: "Följ formulärets struktur.", en: "Follow the structure of the form." },
  },
  "input-refused": {
    status: 400,
    title: { sv: "Något behöver rättas", en: "Something needs correcting" },
    detail: { sv: "Se vad som står vid varje fält.", en: "See what is said about each field." },
  },
  "idempotency-key-required": {
    status: 400,
    title: { sv: "Nyckeln Idempotency-Key saknas eller har fel form", en: "Idempotency-Key is missing or malformed" },
    detail: {
      sv: "Skicka en egen nyckel med 16–128 synliga tecken. Då blir det aldrig två ärenden av samma begäran.",
      en: "Send a key of your own with 16–128 visible characters. Then one request never becomes two cases.",
    },
  },
  "token-required": {
    status: 401,
    title: { sv: "Du behöver logga in", en: "You need to sign in" },
    detail: {
      sv: "Skicka en bärartoken från stadens inloggning i Authorization.",
      en: "Send a bearer token from the city’s sign-in in Authorization.",
    },
  },
  "token-refused": {
    status: 401,
    title: { sv: "Inloggningen gäller inte", en: "The sign-in is not accepted" },
    detail: {
      sv: "Hämta en ny token från stadens inloggning.",
      en: "Get a new token from the city’s sign-in.",
    },
  },
  "token-expired": {
    status: 401,
    title: { sv: "Inloggningen har gått ut", en: "The sign-in has expired" },
    detail: {
      sv: "Hämta en ny token från stadens inloggning.",
      en: "Get a new token from the city’s sign-in.",
    },
  },
  "not-from-here": {
    status: 403,
    title: {
      sv: "Vi kan inte se att det kom från tjänstens egen sida",
      en: "We cannot see that it came from our page",
    },
    detail: {
      sv: "Öppna sidan på nytt och gör om det. Inget har ändrats.",
      en: "Open the page again and repeat it. Nothing has changed.",
    },
  },
  "not-there": {
    status: 404,
    title: { sv: "Det finns inte", en: "Not found" },
    detail: { sv: "Kontrollera adressen.", en: "Check the address." },
  },
  "no-such-case": {
    status: 404,
    title: { sv: "Vi hittar inget ärende", en: "We find no case" },
    detail: {
      sv: "Vi hittar inget ärende med det numret och den koden. Kontrollera båda.",
      en: "We find no case with that number and that code. Check both.",
    },
  },
  disposed: {
    status: 410,
    title: { sv: "Ärendet är gallrat", en: "The case has been disposed of" },
    detail: {
      sv: "Innehållet är borttaget enligt stadens beslut om gallring. Det går inte att få fram igen.",
      en: "Its content has been removed by the city’s disposal decision. It cannot be had again.",
    },
  },
  "key-reused": {
    status: 409,
    title: { sv: "Nyckeln är redan använd", en: "The key has been used" },
    detail: {
      sv: "Samma Idempotency-Key har skickats med ett annat innehåll. Välj en ny nyckel för en ny begäran.",
      en: "The same Idempotency-Key was sent with other content. Choose a new key for a new request.",
    },
  },
  "too-large": {
    status: 413,
    title: { sv: "Innehållet är för stort", en: "The content is too large" },
    detail: { sv: "Skicka högst 256 kB.", en: "Send at most 256 kB." },
  },
  "other-media-type": {
    status: 415,
    title: { sv: "Innehållet har en form vi inte tar emot", en: "The content has a form we do not take" },
    detail: {
      sv: "Skicka application/json i UTF-8, okomprimerat.",
      en: "Send application/json in UTF-8, not compressed.",
    },
  },
  "protected-identity": {
    status: 422,
    title: {
      sv: "Använd inte e-tjänsten om du har skyddade personuppgifter",
      en: "Do not use the online service if you have a protected identity",
    },
    detail: {
      sv: "Ring staden eller besök ett medborgarkontor. Vi hjälper dig utan att din adress syns. Vi har inte sparat något.",
      en: "Call the city or visit a citizens' office. We will help you without showing your address. We have saved nothing.",
    },
  },
  "outside-the-city": {
    status: 422,
    title: { sv: "Staden har inte de uppgifterna", en: "The city does not hold that data" },
    detail: {
      sv: "Vänd dig till dem som står här. Vi har inte sparat något.",
      en: "Turn to the bodies named here. We have saved nothing.",
    },
  },
  "judged-by-dpo": {
    status: 422,
    title: { sv: "Det är dataskyddsombudets bedömning", en: "That is the data protection officer’s judgement" },
    detail: {
      sv: "Låt dataskyddsombudets bedömningar stå som de är, eller be ombudet ändra dem.",
      en: "Leave the data protection officer’s judgements as they are, or ask the officer to change them.",
    },
  },
  "not-compiled": {
    status: 404,
    title: { sv: "Året är inte sammanställt", en: "The year has not been compiled" },
    detail: {
      sv: "Sammanställ året först. Då finns filerna här.",
      en: "Compile the year first. Then the files are here.",
    },
  },
  "year-not-ended": {
    status: 422,
    title: { sv: "Året är inte slut", en: "The year has not ended" },
    detail: { sv: "Ett år kan låsas när det är slut.", en: "A year can be locked when it has ended." },
  },
  "year-does-not-add-up": {
    status: 422,
    title: { sv: "Årets siffror går inte ihop", en: "The year’s figures do not add up" },
    detail: {
      sv: "Ett ärende eller en summa stämmer inte, så inga siffror visas. Dataskyddsombudet kan se vilket.",
      en: "A case or a sum is wrong, so no figures are shown. The data protection officer can see which.",
    },
  },
  "file-refused": {
    status: 422,
    title: { sv: "Något i filen behöver rättas", en: "Something in the file needs correcting" },
    detail: {
      sv: "Rätta raderna och skicka filen igen. Vi har inte sparat något av den.",
      en: "Correct the rows and send the file again. We have kept nothing of it.",
    },
  },
  "out-of-order": {
    status: 500,
    title: { sv: "Något gick fel hos oss", en: "Something went wrong on our side" },
    detail: {
      sv: "Försök igen med samma nyckel. Det blir inte två ärenden.",
      en: "Try again with the same key. It will not become two cases.",
    },
  },
  "try-later": {
    status: 503,
    title: { sv: "Tjänsten svarar inte just nu", en: "The service is not answering right now" },
    detail: {
      sv: "Försök igen om en stund med samma nyckel. Det blir inte två ärenden.",
      en: "Try again in a moment with the same key. It will not become two cases.",
    },
  },
} as const satisfies Record<string, { readonly status: number; readonly title: Text; readonly detail: Text }>;

export type ProblemCode = keyof typeof problems;

/** One fault in what was sent: where, which, and in words. Never what was entered. */
export interface InputError {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** The route's own template, so that nothing from the address line comes back. */
const instanceOf = ({ routeKey }: Request): string =>
  routeKey === "$default" ? "/" : routeKey.replace(/^[A-Z]+ /, "");

export interface ProblemExtras {
  readonly errors?: readonly InputError[];
  readonly language?: Language;
  readonly headers?: Readonly<Record<string, string>>;
  readonly [member: string]: unknown;
}

/** A refusal as RFC 9457 says it, in the reader's language. */
export function problem(request: Request, code: ProblemCode, extras: ProblemExtras = {}): Answer {
  const { language = request.language, headers = {}, ...members } = extras;
  const { status, title, detail } = problems[code];
  return {
    status,
    headers: { "content-type": "application/problem+json; charset=utf-8", "content-language": language, ...headers },
    body: JSON.stringify({
      type: `urn:intag:problem:${code}`,
      title: title[language],
      status,
      detail: detail[language],
      instance: instanceOf(request),
      code,
      ...members,
    }),
  };
}
