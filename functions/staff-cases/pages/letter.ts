import * as z from "zod";
import { letterToPerson } from "../../../shared/domain/casework/letter-to-person.ts";
import type { RequestCase } from "../../../shared/domain/casework/request-case.ts";
import { type Answer, page } from "../../../shared/lambda/answer.ts";
import { type AddressLines, letterPage } from "../../../shared/pages/staff/letter-page.tsx";
import type { StaffDeps } from "../live.ts";
import { lookAt } from "../seen-case.ts";
import { notThere } from "./case.ts";
import { requestFor } from "./request-for.ts";
import type { Visit } from "./visit.ts";

const addressed = z.object({
  onBehalfOf: z.string().optional(),
  person: z.object({
    givenName: z.string(),
    familyName: z.string(),
    address: z.object({ street: z.string(), postalCode: z.string(), city: z.string() }),
  }),
});

const inGroups = (postalCode: string): string => postalCode.replace(/^(\d{3})(\d{2})$/, "$1 $2");

/** The address as the person gave it, read when it is printed and kept nowhere else. A child's letter is for who has custody. */
async function addressOf(file: RequestCase, { submissions }: StaffDeps): Promise<AddressLines | null> {
  if (file.protectedIdentity) return null;
  const { data } = addressed.safeParse((await submissions.get(file.submission))?.answers);
  if (data === undefined) return null;
  const { givenName, familyName, address } = data.person;
  const name = `${givenName} ${familyName}`;
  return [
    data.onBehalfOf === "child" ? `Vårdnadshavare för ${name}` : name,
    address.street,
    `${inGroups(address.postalCode)} ${address.city}`,
  ];
}

/** `GET /personal/arenden/{reference}/brev`: the letter to the person, ready to print, for those who may answer the case. */
export async function getLetter(visit: Visit, deps: StaffDeps): Promise<Answer> {
  const { who, frame } = visit;
  const acted = await requestFor(visit, "answer", deps);
  if (acted === undefined) return notThere(visit);
  const { file, role } = acted;
  await lookAt(file, who, role, "letter-printed", deps);
  return page(
    200,
    letterPage(frame, {
      file,
      controller: deps.city.units.find(({ id }) => id === file.unit)?.controller ?? deps.city.name.sv,
      address: await addressOf(file, deps),
      letter: letterToPerson(file, file.language),
    }),
  );
}
