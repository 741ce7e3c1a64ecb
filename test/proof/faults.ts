import type { AwsCall, Fault } from "../../infra/local/edge.ts";
import { isFull } from "./seeded.ts";

const outage: Fault = { failBefore: "error" };

/**
 * What can happen to one call. "Out" lasts longer than every client tries again by itself, so that the work is broken
 * off there and has to be taken up by somebody else.
 */
export const kindsOfFault = {
  "refused once": [outage],
  "throttled once": [{ failBefore: "throttle" }],
  "applied, answer lost": [{ failAfter: "reset" }],
  "applied, answered with an error": [{ failAfter: "error" }],
  "stopped before": [{ kill: "before" }],
  "applied, then stopped": [{ kill: "after" }],
  out: [outage, outage, outage, outage],
  "applied, then out": [{ failAfter: "reset" }, outage, outage, outage],
} as const satisfies Record<string, readonly Fault[]>;
export type KindOfFault = keyof typeof kindsOfFault;

export interface Made {
  readonly role: string;
  readonly action: string;
  readonly fault: Fault;
}

/** A call as it is told from others: the so-and-so-many-th of its kind by its role. */
export interface CallPlace {
  readonly role: string;
  readonly action: string;
  readonly nth: number;
}

/** Puts a fault at one call, and what follows it at the next calls of the same role, and notes every call meanwhile. */
export function trouble() {
  let armed: CallPlace | undefined;
  let coming: readonly Fault[] = [];
  let seen = 0;
  let isStruck = false;
  let made: Made[] = [];
  return {
    onCall: ({ role, action }: AwsCall): Fault => {
      if (role === armed?.role && action === armed.action) {
        isStruck ||= seen === armed.nth;
        seen += 1;
      }
      const [next, ...rest] = role === armed?.role && isStruck ? coming : [];
      if (next !== undefined) coming = rest;
      const fault = next ?? "pass";
      made.push({ role, action, fault });
      return fault;
    },
    arm: (place: CallPlace, kind: KindOfFault) => {
      armed = place;
      coming = kindsOfFault[kind];
      seen = 0;
      isStruck = false;
      made = [];
    },
    /** Everything goes well again. Answers with what was called since it was armed. */
    disarm: (): readonly Made[] => {
      armed = undefined;
      return made;
    },
  };
}

export const isApplied = (fault: Fault): boolean =>
  fault === "pass" ||
  "delayMs" in fault ||
  "answer" in fault ||
  "failAfter" in fault ||
  ("kill" in fault && fault.kill === "after");

/** Whether a mail was handed over and the very next thing that should have been written down met a fault. */
export function maySendAgain(made: readonly Made[]): boolean {
  const handed = made.findIndex(({ action, fault }) => action === "ses:SendEmail" && isApplied(fault));
  return handed >= 0 && made.slice(handed).some(({ role, fault }) => role === "outbox" && fault !== "pass");
}

/** Those that break the work off where they strike. The others are mended by the client that made the call. */
export const breaking = [
  "out",
  "applied, then out",
  "stopped before",
  "applied, then stopped",
] as const satisfies readonly KindOfFault[];
export const everyKind = Object.keys(kindsOfFault) as KindOfFault[]; // the names just given

const mostCalls = 60;

/**
 * Every call that a role makes for a deed, one after the other. In the full form each meets every kind of fault that breaks
 * the work off, and the first of its sort all others too; in the fast form one that breaks the work off, another one each
 * time, at every `step`-th call. The deed is told where, and ends by asserting what must hold.
 *
 * @returns the faults that struck
 */
export async function everyFault(
  faulty: ReturnType<typeof trouble>,
  role: string,
  deed: (where: string) => Promise<unknown>,
  step = 1,
): Promise<number> {
  faulty.arm({ role, action: "none", nth: 0 }, "out");
  await deed("nothing");
  const calm = faulty.disarm().filter((call) => call.role === role);
  let points = 0;
  const kindsAt = (nth: number): readonly KindOfFault[] => {
    if (isFull) return nth === 0 ? everyKind : breaking;
    return breaking.slice(points % breaking.length).slice(0, 1);
  };
  for (const action of new Set(calm.map((call) => call.action)))
    for (let nth = 0, isStruck = true; isStruck && nth < mostCalls; nth += isFull ? 1 : step)
      for (const kind of kindsAt(nth)) {
        faulty.arm({ role, action, nth }, kind);
        await deed(`${kind} at ${role} ${action} ${nth}`);
        isStruck = faulty.disarm().some(({ fault }) => fault !== "pass");
        if (!isStruck) break;
        points += 1;
      }
  return points;
}
