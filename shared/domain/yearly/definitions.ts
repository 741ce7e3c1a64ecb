import type { Text } from "../language.ts";

/**
 * What each figure means, by its path in the figures (`requests.received`), for printing beside it. A grouping is defined
 * once for all of its codes.
 */
export const definitions = {
  "requests.received": {
    sv: "Begäranden som kom in under året, räknat per enhet som ska svara. En begäran som rör tre enheter är tre ärenden. Året är det år då begäran kom in enligt svensk tid.",
    en: "Requests received during the year, counted per unit that is to answer. A request that concerns three units is three cases. The year is that of receipt, in Swedish time.",
  },
  "requests.open": {
    sv: "Begäranden från året som inte är avslutade när siffrorna tas fram.",
    en: "Requests of the year that have not ended when the figures are made.",
  },
  "requests.byOutcome": {
    sv: "Hur årets begäranden avslutades. Varje avslutat ärende har exakt ett utfall: inkomna = öppna + summan av utfallen.",
    en: "How the year’s requests ended. Each ended case has exactly one outcome: received = open + the sum of outcomes.",
  },
  "requests.byRight": {
    sv: "Vilken rättighet som användes (artikel 15–22 i dataskyddsförordningen, återkallat samtycke, klagomål eller annat).",
    en: "Which right was used (articles 15–22 GDPR, withdrawn consent, complaint or other).",
  },
  "requests.byChannel": {
    sv: "Hur begäran kom in: e-tjänst, post, e-post, telefon eller besök.",
    en: "How the request came in: online, post, e-mail, telephone or visit.",
  },
  "requests.answeredInTime": {
    sv: "Svar som skickades inom lagens tid: en månad, eller tre månader när tiden förlängdes (artikel 12.3). Ett avslag ska alltid skickas inom en månad (12.4).",
    en: "Answers sent within the time the law gives: one month, or three when it was extended (article 12.3). A refusal must always be sent within one month (12.4).",
  },
  "requests.answeredWithin30Days": {
    sv: "Svar som skickades senast dag 30 efter den dag begäran kom in. Det är årsrapportens mått och inte lagens.",
    en: "Answers sent no later than day 30 after the day of receipt. This is the yearly report’s measure, not the law’s.",
  },
  "requests.extended": {
    sv: "Begäranden där tiden att svara förlängdes (artikel 12.3).",
    en: "Requests for which the time to answer was extended (article 12.3).",
  },
  "requests.forwarded": {
    sv: "Begäranden som lämnade enheten för en annan enhet i staden. De räknas här på den som skickade dem, och som inkomna hos den som har dem nu.",
    en: "Requests that left the unit for another unit of the city. They are counted here on the unit that sent them, and as received in the one that has them now.",
  },
  "requests.medianDays": {
    sv: "Dagar från att begäran kom in till att svaret skickades: hälften av svaren tog så lång tid eller kortare. Obesvarade är inte med.",
    en: "Days from receipt until the answer was sent: half of the answers took that long or less. Those not answered are left out.",
  },
  "breaches.documented": {
    sv: "Personuppgiftsincidenter som enheten fick kännedom om under året (artikel 33.5). Övningar och avskrivna rapporter är inte med. Dokumenterade = anmälda + varken eller + bara informerade + ännu inte beslutade.",
    en: "Personal data breaches that the unit became aware of during the year (article 33.5). Drills and dismissed reports are left out. Documented = notified + neither + only informed + not yet decided.",
  },
  "breaches.notifiedToAuthority": {
    sv: "Incidenter som anmäldes till Integritetsskyddsmyndigheten, IMY (artikel 33.1).",
    en: "Breaches notified to the Swedish Authority for Privacy Protection, IMY (article 33.1).",
  },
  "breaches.notifiedInTime": {
    sv: "Incidenter som anmäldes till IMY inom 72 timmar från kännedom.",
    en: "Breaches notified to IMY within 72 hours of becoming aware.",
  },
  "breaches.subjectsInformed": {
    sv: "Incidenter där de berörda personerna informerades (artikel 34).",
    en: "Breaches where the persons concerned were informed (article 34).",
  },
  "breaches.neither": {
    sv: "Incidenter där beslutet blev att inte anmäla till IMY, och där ingen berörd informerades.",
    en: "Breaches that were decided not to be notified to IMY, and where no person concerned was informed.",
  },
  "breaches.byKind": { sv: "Vad som hände.", en: "What happened." },
  "breaches.byCategory": {
    sv: "Vad som hände, samlat i de grupper som IMY använder: felskick, annat obehörigt röjande, obehörig åtkomst, förlust, tekniskt fel och övrigt. Indelningen är vår egen.",
    en: "What happened, gathered in the groups that IMY uses: sent wrong, other disclosure, unauthorised access, loss, technical fault and other. The division is our own.",
  },
  "breaches.byCause": { sv: "Varför det hände.", en: "Why it happened." },
  "breaches.byDiscovery": { sv: "Vem som upptäckte det.", en: "Who discovered it." },
  "breaches.withActionPlan": {
    sv: "Incidenter med minst en åtgärd i handlingsplanen.",
    en: "Breaches with at least one measure in the action plan.",
  },
  "breaches.dismissed": {
    sv: "Rapporter som visade sig inte vara någon personuppgiftsincident. Övningar är inte med.",
    en: "Reports that turned out not to be a personal data breach. Drills are left out.",
  },
  "consultations.total": {
    sv: "Frågor som dataskyddsombudet fick under året (artikel 38.1 och 39.1).",
    en: "Questions put to the data protection officer during the year (articles 38.1 and 39.1).",
  },
  "consultations.beforeStart": {
    sv: "Frågor som ställdes före den dag behandlingen skulle börja. Frågor utan startdag är inte med.",
    en: "Questions asked before the day the processing was to start. Questions without a starting day are left out.",
  },
  "consultations.afterStart": {
    sv: "Frågor som ställdes samma dag som behandlingen började eller senare. Frågor utan startdag är inte med.",
    en: "Questions asked on the day the processing started or later. Questions without a starting day are left out.",
  },
  "consultations.byKind": { sv: "Vad frågan gällde.", en: "What the question was about." },
  review: {
    sv: "Enhetens egna svar i årsuppföljningen. Det som inte är besvarat är ”uppgift saknas”.",
    en: "The unit’s own answers in the yearly review. What has not been answered is “not known”.",
  },
  previous: { sv: "Samma siffror för året före.", en: "The same figures for the year before." },
  change: {
    sv: "Skillnaden mot året före. Den är ”uppgift saknas” när något av åren är det.",
    en: "The difference from the year before. It is “not known” when either year is.",
  },
  asNow: {
    sv: "Enhetens siffror tillsammans med de enheter som har gått upp i den. Övriga siffror är som organisationen såg ut då.",
    en: "The unit’s figures together with those of the units that have become part of it. All other figures are as the organisation was then.",
  },
} as const satisfies Readonly<Record<string, Text>>;

/** The definition of a figure, or of the grouping it stands in. */
export function definitionOf(path: string): Text | undefined {
  const known: Readonly<Record<string, Text>> = definitions;
  const grouping = path.split(".").slice(0, 2).join(".");
  return Object.hasOwn(known, path) ? known[path] : Object.hasOwn(known, grouping) ? known[grouping] : undefined;
}
