import type { AwsCall, Fault } from "../../infra/local/edge.ts";

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

/** Puts a fault at one call of one role, counted from when it was armed, and notes every call from then on. */
export function trouble() {
  let armed: { readonly role: string; readonly at: number; readonly faults: readonly Fault[] } | undefined;
  let seen = 0;
  let made: Made[] = [];
  return {
    onCall: ({ role, action }: AwsCall): Fault => {
      const place = role === armed?.role ? seen - armed.at : -1;
      if (role === armed?.role) seen += 1;
      const fault = (place >= 0 ? armed?.faults[place] : undefined) ?? "pass";
      made.push({ role, action, fault });
      return fault;
    },
    arm: (role: string, at: number, kind: KindOfFault) => {
      armed = { role, at, faults: kindsOfFault[kind] };
      seen = 0;
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
  fault === "pass" || "delayMs" in fault || "failAfter" in fault || ("kill" in fault && fault.kill === "after");

/** Whether a mail was handed over and the very next thing that should have been written down met a fault. */
export function maySendAgain(made: readonly Made[]): boolean {
  const handed = made.findIndex(({ action, fault }) => action === "ses:SendEmail" && isApplied(fault));
  return handed >= 0 && made.slice(handed).some(({ role, fault }) => role === "outbox" && fault !== "pass");
}
