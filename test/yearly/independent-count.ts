import type { Tally, YearRow } from "../../shared/domain/yearly/tally.ts";

/**
 * The figures counted a second time in another way: a filter over all rows for each number, sorted lists for medians, and
 * the words of the definitions instead of the product's tables. Slow, and easy to check by eye.
 */
const felskick = ["post-lost-or-misdelivered", "sent-by-mistake", "recipients-visible"];
const annatRöjande = [
  "wrong-person-shown",
  "paper-disposal",
  "shown-to-wrong-recipient",
  "published-by-mistake",
  "oral-disclosure",
];
const åtkomst = [
  "misuse-of-access",
  "malware-or-hacking",
  "phishing",
  "exploited-vulnerability",
  "unauthorised-access",
  "exfiltration",
  "wrong-access-rights",
];
const förlust = ["device-lost-or-stolen", "paper-lost-or-stolen", "deleted-or-destroyed"];
const tekniskt = ["misconfiguration", "technical-fault", "power-failure", "ransomware"];

const category = (kind: string): string => {
  if (felskick.includes(kind)) return "sent-wrong";
  if (annatRöjande.includes(kind)) return "other-disclosure";
  if (åtkomst.includes(kind)) return "unauthorised-access";
  if (förlust.includes(kind)) return "loss";
  return tekniskt.includes(kind) ? "technical" : "other";
};

const by = (codes: readonly string[]) =>
  Object.fromEntries([...new Set(codes)].map((code) => [code, codes.filter((one) => one === code).length]));

const median = (numbers: readonly number[]): number | null => {
  const sorted = numbers.toSorted((one, other) => one - other);
  const half = sorted.length / 2;
  if (sorted.length === 0) return null;
  if (sorted.length % 2 === 1) return sorted[Math.floor(half)] ?? null;
  return ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
};

const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Of cases that were all handled here, so that everything is known. `isOurs` tells which units are counted together. */
export function countAgain(rows: readonly YearRow[], isOurs: (unit: string | null) => boolean) {
  const all = rows.map(({ tally }) => tally);
  const ours = all.filter(({ counted }) => isOurs(counted));
  const requests = ours.filter((tally) => tally.kind === "request");
  const breaches = ours.filter((tally) => tally.kind === "breach" && !tally.drill);
  const real = breaches.filter((tally) => tally.kind === "breach" && !tally.dismissed) as Extract<
    Tally,
    { kind: "breach" }
  >[]; // filtered by kind just above
  const questions = ours.filter((tally) => tally.kind === "consultation");
  const left = all
    .filter((tally) => tally.kind === "request")
    .flatMap(({ left }) => left ?? [])
    .filter(isOurs);
  return {
    requests: {
      received: requests.length,
      open: requests.filter(({ outcome }) => outcome === null).length,
      byOutcome: by(requests.flatMap(({ outcome }) => outcome ?? [])),
      byRight: by(requests.map(({ right }) => right)),
      byChannel: by(requests.map(({ channel }) => channel)),
      answeredInTime: requests.filter(({ inTime }) => inTime).length,
      answeredWithin30Days: requests.filter(({ within30Days }) => within30Days).length,
      extended: requests.filter(({ extended }) => extended).length,
      forwarded: left.length,
      medianDays: median(
        requests.flatMap(({ receivedOn, answeredOn }) => (answeredOn === null ? [] : [days(receivedOn, answeredOn)])),
      ),
    },
    breaches: {
      documented: real.length,
      notifiedToAuthority: real.filter(({ authority }) => authority === "notified").length,
      notifiedInTime: real.filter(({ notifiedInTime }) => notifiedInTime).length,
      subjectsInformed: real.filter(({ informed }) => informed).length,
      neither: real.filter(({ authority, informed }) => authority === "not-notified" && !informed).length,
      byKind: by(real.map(({ whatHappened }) => whatHappened)),
      byCategory: by(real.map(({ whatHappened }) => category(whatHappened))),
      byCause: by(real.map(({ cause }) => cause)),
      byDiscovery: by(real.map(({ discoveredBy }) => discoveredBy)),
      withActionPlan: real.filter(({ actionPlan }) => actionPlan).length,
      dismissed: breaches.length - real.length,
    },
    consultations: {
      total: questions.length,
      beforeStart: questions.filter(({ beforeStart }) => beforeStart).length,
      afterStart: questions.filter(({ afterStart }) => afterStart).length,
      byKind: by(questions.map(({ about }) => about)),
    },
  };
}
