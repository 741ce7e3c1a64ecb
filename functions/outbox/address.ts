import * as z from "zod";
import type { CaseFile } from "../../shared/domain/casework/case-file.ts";
import type { Addressee } from "../../shared/domain/casework/case-letter.ts";
import type { UnitId } from "../../shared/domain/city.ts";
import type { SubmissionArchive } from "../../shared/store/submissions.ts";

/** The city's own addresses, as it has given them; undefined where it has not. */
export interface Offices {
  readonly dpo: string | undefined;
  readonly security: string | undefined;
  /** The address of any unit's coordinators, with `{unit}` where the unit's id stands. */
  readonly unit: string | undefined;
}

export interface AddressBook {
  readonly submissions: SubmissionArchive;
  readonly offices: Offices;
}

/** Where a unit's coordinators are reached; undefined where the city has not said. */
export const unitAddress = (unit: UnitId, offices: Pick<Offices, "unit">): string | undefined =>
  offices.unit?.replace("{unit}", unit);

const email = z.string().min(3);
const answered = z.object({
  contact: z.object({ email }).optional().catch(undefined),
  manager: z.object({ email }).optional().catch(undefined),
});

/**
 * Where a letter is to go; undefined when nobody has given an address, and then none is invented. What people gave is
 * read from the submission, at the moment of sending.
 */
export async function addressOf(
  to: Addressee,
  { submission, unit }: Pick<CaseFile, "submission" | "unit">,
  { submissions, offices }: AddressBook,
): Promise<string | undefined> {
  if (to === "dpo" || to === "security") return offices[to];
  if (to === "unit") return unit === null ? undefined : unitAddress(unit, offices);
  const answers = answered.safeParse((await submissions.get(submission))?.answers).data;
  return { citizen: answers?.contact, manager: answers?.manager }[to]?.email;
}
