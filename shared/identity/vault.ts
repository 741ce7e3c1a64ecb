import type { JsonCall } from "../aws/json-call.ts";

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
