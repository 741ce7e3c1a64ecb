/** The roles that are deployed: one function each, from `functions/<role>/index.ts`. */
export const roles = [
  "public-forms",
  "citizen-status",
  "case-intake",
  "outbox",
  "sign-in",
  "authorizer",
  "staff-cases",
  "staff-reports",
  "yearly-report",
  "deadline-watch",
  "evidence",
  "disposal",
  "anchor",
] as const;
export type Role = (typeof roles)[number];
