import * as z from "zod";

const withAddress = z.object({ contact: z.object({ email: z.string().min(3) }) });

/** The address to which the person wanted letters about the submission; undefined when none was given. */
export const addressOf = (answers: unknown): string | undefined => withAddress.safeParse(answers).data?.contact.email;
