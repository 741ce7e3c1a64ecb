/** What is mutated, and the tests that must notice: those of the room that need no engine, no browser and no build. */
export interface Room {
  readonly name: string;
  readonly files: string;
  readonly tests: readonly string[];
  /** Kinds of changes that are not made. */
  readonly not?: readonly string[];
}

/** A code of the domain is a member of a closed type: another one does not compile, and compiling is part of every check. */
const codes = ["StringLiteral"];

export const rooms: readonly Room[] = [
  {
    name: "calendar",
    not: codes,
    files: "shared/domain/{civil-date,date-in-words,dated-rule,draft,holidays,instant}.ts",
    tests: [
      "test/domain/{civil-date,date-in-words,dated-rule,holidays,instant}.test.ts",
      "test/drafts/draft-life.test.ts",
    ],
  },
  {
    name: "deadlines",
    not: codes,
    files: "shared/domain/{breach-deadline,request-deadline}.ts",
    tests: ["test/domain/{breach-deadline,request-deadline}.test.ts"],
  },
  {
    name: "breaches",
    not: codes,
    files: "shared/domain/{breach-assessment,breach-explanation,breach-facts,enisa,incident-codes}.ts",
    tests: ["test/domain/{breach-assessment,breach-secrecy,breach-loss,enisa}.test.ts"],
  },
  {
    name: "letters",
    not: codes,
    files: "shared/domain/letter.ts",
    tests: ["test/domain/letter.test.ts"],
  },
  {
    name: "numbers",
    not: codes,
    files: "shared/domain/{identity-number,reference}.ts",
    tests: ["test/domain/{identity-number,reference}.test.ts"],
  },
  {
    name: "people",
    not: codes,
    files: "shared/domain/{identified,staff-session,who}.ts",
    tests: ["test/domain/people.test.ts", "test/identity/{citizen,who}.test.ts"],
  },
  {
    name: "submissions",
    not: codes,
    files: "shared/domain/{case,city,language,result,submission}.ts",
    tests: [
      "test/casework/cases-of.test.ts",
      "test/casework/life.test.ts",
      "test/domain/case.test.ts",
      "test/routing/city-data.test.ts",
      "test/store/first-shape.test.ts",
    ],
  },
  {
    name: "casework",
    not: codes,
    files: "shared/domain/casework/*.ts",
    // Not the walks through whole lives: the table of each life says the same of every step.
    tests: [
      "test/casework/{access-chain,asker,breach,cases-of,incident,letter-to-person,life,owing,plan,queue}.test.ts",
      "test/casework/{refusals-roles-and-history,reminders,representation,request}.test.ts",
      "test/domain/case.test.ts",
      "test/store/first-shape.test.ts",
    ],
  },
  {
    name: "routing",
    not: codes,
    files: "shared/domain/routing/*.ts",
    // Not the walks through every district and day: they say again, for minutes, what these say of each rule.
    tests: ["test/routing/{cases,lookups,organisation,reasons,route,rules,time}.test.ts"],
  },
  {
    name: "yearly",
    not: codes,
    files: "shared/domain/yearly/*.ts",
    tests: [
      "test/yearly/{figures,public,recount.property,reorganised,reviews,sums,suppression}.test.ts",
      "test/yearly/{tally-of-case,tally-text}.test.ts",
    ],
  },
  { name: "disposal", not: codes, files: "shared/domain/disposal/*.ts", tests: ["test/disposal/rules.test.ts"] },
  {
    name: "sight",
    not: codes,
    files: "shared/domain/sight/*.ts",
    tests: ["test/staff/sight.test.ts", "test/staff/matrix.test.ts", "test/staff/lists.test.ts"],
  },
  {
    name: "identity",
    files: "shared/identity/*.ts",
    tests: [
      "test/identity/{citizen,code-flow,keyring,provider,seals,tokens}.test.ts",
      "test/drafts/draft-seal.test.ts",
    ],
  },
];
