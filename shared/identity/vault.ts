import * as z from "zod";
import type { JsonCall } from "../aws/json-call.ts";
import { unquotedJson } from "./unquoted-json.ts";

/**
 * The secret's text, read once when a function starts.
 *
 * @throws when the vault refuses or the secret has no text: nothing may be served without it
 */
export async function vaultedSecret(secretsManager: JsonCall, secretId: string): Promise<string> {
  const { SecretString } = await secretsManager("GetSecretValue", { SecretId: secretId });
  if (typeof SecretString !== "string") throw new Error("the secret holds no text");
  return SecretString;
}

const clientSecrets = z.strictObject({ staff: z.string().min(1), citizens: z.string().min(1) });

/** The client secret for one of the two sign-ins: of two that lie together, or the one that both know us by. */
export function clientSecretFor(whom: keyof z.infer<typeof clientSecrets>, vaulted: string): string {
  if (!vaulted.trimStart().startsWith("{")) return vaulted;
  return clientSecrets.parse(unquotedJson(vaulted))[whom];
}
