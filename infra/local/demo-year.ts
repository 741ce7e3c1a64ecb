import type { City, Unit } from "../../shared/domain/city.ts";

/** One call: what is sent, and the key that belongs to it. */
export interface Demand {
  readonly method: "GET" | "POST" | "PUT";
  readonly path: string;
  readonly body?: unknown;
  readonly key: string;
}

/** Something that comes in, and what is then done with its case. */
export interface Step {
  readonly start: Demand;
  /** What the case's reference has after the submission's. */
  readonly suffix: string;
  /** Who gets the case if it has to be placed by hand. */
  readonly unit: string;
  readonly commands: readonly Readonly<Record<string, unknown>>[];
}

const dayMs = 86_400_000;
/** Numbers that look like chance and are the same every time (mulberry32). */
const chance = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
type Chance = () => number;

const pick = <One>(from: readonly One[], next: Chance): One => {
  const one = from[Math.floor(next() * from.length)];
  if (one === undefined) throw new Error("there is nothing to pick from");
  return one;
};
const instant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const day = (ms: number): string => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format(ms);

const givenNames = ["Exempel", "Påhitta", "Provina", "Testa", "Modell"];
const rights = ["access", "access", "access", "access", "access", "rectification", "erasure", "objection"] as const;
const channels = ["post", "email", "phone", "visit"] as const;

/** A request that is received at a moment, and what has become of it by now. */
function request(city: City, unit: Unit, number: number, at: number, now: number, next: Chance): Step {
  const services = city.services.filter(({ key }) => key !== "vet-inte");
  const service = pick(services, next);
  const start = {
    channel: pick(channels, next),
    receivedAt: instant(at),
    right: pick(rights, next),
    onBehalfOf: "self",
    protectedIdentity: false,
    concerns: [
      {
        service: service.key,
        ...(service.asksPlace ? { place: pick(city.placeNames.slice(0, 60), next), from: "2021" } : {}),
      },
    ],
    person: {
      givenName: pick(givenNames, next),
      familyName: "Exempelsson",
      birthDate: `19${50 + Math.floor(next() * 45)}-0${1 + Math.floor(next() * 9)}-1${Math.floor(next() * 10)}`,
      address: { street: "Exempelgatan 1", postalCode: "123 45", city: "Exempelstad" },
    },
    delivery: "registered-address",
    language: "sv",
  };
  return {
    start: { method: "POST", path: "registrations", body: start, key: `demo-request-number-${number}` },
    suffix: "-1",
    unit: unit.id,
    commands: requestSteps(at, now, next),
  };
}

function requestSteps(at: number, now: number, next: Chance): Step["commands"] {
  const age = (now - at) / dayMs;
  /** When it was done, so that what is filled in afterwards has its own days. */
  const on = (days: number) => ({ at: instant(Math.min(at + days * dayMs, now)) });
  const searched = {
    ...{ command: "record-search", ...on(3) },
    system: pick(["Sociala system", "Skolans register", "Diariet"], next),
    found: next() < 0.7,
  };
  if (age < 4) return [];
  if (age < 12) return [{ command: "take", ...on(1) }];
  if (age < 25) return [{ command: "take", ...on(1) }, searched];
  const waited = 6 + Math.floor(next() * 20) + (next() < 0.06 ? 14 : 0);
  const sent = { sentOn: day(Math.min(at + waited * dayMs, now)), ...on(waited) };
  const extended = next() < 0.08;
  const notice = {
    command: "extend",
    reason: "complex",
    explanation: "Uppgifterna finns i många register.",
    noticeSentOn: day(at + 5 * dayMs),
    ...on(5),
  };
  const ends: readonly Readonly<Record<string, unknown>>[] = [
    { command: "answer", outcome: "granted", ...sent },
    { command: "answer", outcome: "granted", ...sent },
    { command: "answer", outcome: "granted", ...sent },
    { command: "answer", outcome: "no-data", ...sent },
    { command: "answer", outcome: "partly-granted", ...sent, explanation: "En del omfattas av sekretess." },
    {
      command: "refuse",
      outcome: "refused-by-law",
      ...sent,
      explanation: "Uppgifterna måste bevaras enligt arkivlagen.",
    },
    { command: "withdraw", ...on(waited) },
    { command: "refer", to: "Region Exempel", reason: "Journalen finns hos regionen.", ...on(waited) },
  ];
  return [{ command: "take", ...on(1) }, searched, ...(extended ? [notice] : []), pick(ends, next)];
}

const happened = [
  ["sent-by-mistake", "Ett brev hamnade i fel kuvert.", ["confidentiality"], "human-factor"],
  ["recipients-visible", "Alla mottagare syntes i ett utskick.", ["confidentiality"], "human-factor"],
  ["wrong-access-rights", "En mapp var öppen för fler än den skulle.", ["confidentiality"], "organisation"],
  ["device-lost-or-stolen", "En telefon glömdes på tåget.", ["confidentiality", "availability"], "human-factor"],
  ["published-by-mistake", "Ett protokoll lades ut omaskat.", ["confidentiality"], "organisation"],
  ["technical-fault", "Ett register gick inte att nå under en dag.", ["availability"], "technical-fault"],
  ["phishing", "En inloggning lämnades ut i ett falskt brev.", ["confidentiality"], "hostile-attack"],
] as const;

function incident(unit: Unit, number: number, at: number, now: number, next: Chance): Step {
  const [whatHappened, description, effect, cause] = pick(happened, next);
  const body = {
    ...{ whatHappened, description, effect, cause },
    occurredAt: null,
    ongoing: false,
    detectedAt: instant(at - 3_600_000),
    awareAt: instant(at),
    discoveredBy: pick(["employee", "employee", "data-subject", "control", "processor"], next),
    personGroups: [pick(["clients", "pupils", "employees", "residents"], next)],
    personsAbout: 1 + Math.floor(next() * 40),
    dataKinds: [pick(["name-contact", "health", "personal-identity-number", "social-services"], next)],
    measuresTaken: null,
    stopped: "yes",
    unit: unit.id,
    drill: next() < 0.05,
  };
  return {
    start: { method: "POST", path: "incidents", body, key: `demo-incident-number-${number}` },
    suffix: "",
    unit: unit.id,
    commands: incidentSteps(at, now, next),
  };
}

function incidentSteps(at: number, now: number, next: Chance): Step["commands"] {
  const age = (now - at) / dayMs;
  const risk = pick(["unlikely-risk", "unlikely-risk", "risk", "risk", "high-risk"] as const, next);
  if (age < 1) return [];
  const involved = { command: "involve-dpo", at: instant(at + 7_200_000) };
  const assessed = {
    command: "assess",
    risk,
    explanation: "Bedömt efter samtal med verksamheten.",
    at: instant(at + 20_000_000),
  };
  if (age < 2) return [involved, assessed];
  const isLate = next() < 0.1;
  const notifiedAt = instant(at + (isLate ? 90 : 30 + next() * 40) * 3_600_000);
  const decided =
    risk === "unlikely-risk"
      ? [{ command: "do-not-notify", explanation: "Mottagaren har lämnat tillbaka allt." }]
      : [
          {
            command: "notify-authority",
            notifiedAt,
            ...(isLate ? { lateReason: "Upptäcktes först efter en helg." } : {}),
          },
          risk === "high-risk"
            ? { command: "inform-subjects", informedAt: notifiedAt, how: "Brev" }
            : { command: "do-not-inform", ground: "not-high-risk", explanation: "Risken är inte hög." },
        ];
  const planned = {
    command: "add-measure",
    what: "Gå igenom rutinen",
    owner: "Enhetschefen",
    dueOn: day(at + 30 * dayMs),
  };
  if (age < 9) return [involved, assessed, ...decided];
  return [involved, assessed, ...decided, planned, { command: "close" }];
}

const extents = ["yes", "yes", "mostly", "partly"] as const;

function review(unit: Unit, year: number, firstYear: number, next: Chance): Demand {
  const extent = () => pick(extents, next);
  const mark = () => [pick(["yellow", "yellow", "green", "green", "orange"], next)];
  const body = {
    records: {
      count: 120 + Math.floor(next() * 200),
      updated: extent(),
      complete: extent(),
      routines: extent(),
      riskCount: Math.floor(next() * 8),
    },
    policies: { inPlace: extent(), quality: extent(), support: extent(), upToDate: extent(), owners: extent() },
    measures: { classified: 4 + Math.floor(next() * 24), current: extent() },
    dpias: { identified: extent(), highRiskDone: extent(), current: extent() },
    marks: { records: mark(), policies: mark(), measures: mark(), dpias: mark(), rights: mark(), breaches: mark() },
    comments: {},
    recommendations: [
      {
        id: `${firstYear}-1`,
        area: "rights",
        text: "Öva rutinen för registerutdrag.",
        statedByUnit: "Övat i mars.",
        judgedByDpo: "Genomfört.",
      },
    ],
  };
  return { method: "PUT", path: `yearly-reviews/${year}/${unit.id}`, body, key: `demo-review-${year}-${unit.id}` };
}

/** Two years of an invented city, up to a moment: the same every time for the same day. */
export function demoYear(city: City, today: Date) {
  // From midnight, so that filling again the same day goes on where it was broken off.
  const now = Math.floor(today.getTime() / dayMs) * dayMs;
  const thisYear = Number(day(now).slice(0, 4));
  const years = [thisYear - 1, thisYear];
  const next = chance(thisYear);
  const begin = Date.parse(`${thisYear - 1}-01-02T08:00:00Z`);
  const spread = (count: number) =>
    Array.from({ length: count }, (_, index) => begin + ((index + next()) / count) * (now - dayMs / 4 - begin));
  const living = city.units.filter(({ validTo, kind }) => validTo === null && kind !== "historic" && kind !== "extern");
  const requests = spread(90).map((at, index) => request(city, pick(living, next), index, at, now, next));
  const incidents = spread(36).map((at, index) => incident(pick(living.slice(0, 12), next), index, at, now, next));
  const reviews = years.flatMap((year) => living.slice(0, 8).map((unit) => review(unit, year, thisYear - 1, next)));
  return { steps: [...requests, ...incidents], reviews, years };
}
