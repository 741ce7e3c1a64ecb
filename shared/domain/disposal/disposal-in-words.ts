import type { CaseKind } from "../casework/case-file.ts";
import { type Instant, stockholmDate } from "../instant.ts";
import type { Text } from "../language.ts";
import { type DisposalRule, isInForce, kindsDecidedOn } from "./disposal-rule.ts";

const kindNames: Readonly<Record<CaseKind, Text>> = {
  request: { sv: "begäran från registrerade", en: "data-subject requests" },
  breach: { sv: "personuppgiftsincidenter", en: "personal data breaches" },
  consultation: { sv: "frågor till dataskyddsombudet", en: "questions to the data protection officer" },
};

/** What is disposed of today and by what decision, one sentence a kind; that nothing is, where nobody has decided. */
export function disposalInWords(rules: readonly DisposalRule[], now: Instant): readonly Text[] {
  const kinds = kindsDecidedOn(rules, now);
  if (kinds.length === 0)
    return [
      {
        sv: "Inget gallras. Staden har inte fört in något gallringsbeslut, och utan beslut ligger allt kvar.",
        en: "Nothing is disposed of. The city has entered no disposal decision, and without one everything is kept.",
      },
    ];
  const today = stockholmDate(now);
  return rules
    .filter((rule) => kinds.includes(rule.kind) && isInForce(rule, today))
    .map(({ kind, unit, keptYears, decision }) => {
      const where = unit === undefined ? "" : ` (${unit})`;
      return decision === null
        ? {
            sv: `Ärenden om ${kindNames[kind].sv}${where} gallras inte, för beslut saknas.`,
            en: `Cases of ${kindNames[kind].en}${where} are kept, since there is no decision.`,
          }
        : {
            sv: `Ärenden om ${kindNames[kind].sv}${where} gallras ${keptYears} år efter att de avslutades, enligt beslut ${decision}.`,
            en: `Cases of ${kindNames[kind].en}${where} are disposed of ${keptYears} years after closing, by decision ${decision}.`,
          };
    });
}
