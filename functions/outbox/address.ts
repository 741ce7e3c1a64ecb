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
const given = z.string().min(1);
const answered = z.object({
  onBehalfOf: given.optional().catch(undefined),
  person: z.object({ personalIdentityNumber: given }).optional().catch(undefined),
  contact: z.object({ email: email.optional(), phone: given.optional() }).optional().catch(undefined),
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
  const answers = await answersOf({ submission }, { submissions });
  return { citizen: answers?.contact, manager: answers?.manager }[to]?.email;
}

const answersOf = async (
  { submission }: Pick<CaseFile, "submission">,
  { submissions }: Pick<AddressBook, "submissions">,
) => answered.safeParse((await submissions.get(submission))?.answers).data;

/** The telephone number that the person gave, as they wrote it. */
export const phoneOf = async (file: Pick<CaseFile, "submission">, book: AddressBook): Promise<string | undefined> =>
  (await answersOf(file, book))?.contact?.phone;

/** The number of somebody who asks about themselves: to nobody else's mailbox does an answer go. */
export async function ownNumberOf(file: Pick<CaseFile, "submission">, book: AddressBook): Promise<string | undefined> {
  const answers = await answersOf(file, book);
  return answers?.onBehalfOf === "self" ? answers.person?.personalIdentityNumber : undefined;
}
