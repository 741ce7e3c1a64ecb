import { type SettingKey, settingsFrom } from "../settings.ts";
import { isJson } from "../template-json.ts";

/** Why nothing is deployed: one sentence that says what to do. */
export class CannotDeploy extends Error {}

/**
 * What a service that people are to use cannot be without. The stack itself needs none of it: on a developer's machine
 * everything has an invented value, and an invented value must never reach the public.
 */
const needed: Readonly<Partial<Record<SettingKey, string>>> = {
  stage: "what the installation is called, such as prod",
  domainName: "the name people type",
  certificateArn: "its certificate in us-east-1",
  originCertificateArn: "the certificate of origin.<domainName> in the stack's region",
  mailFrom: "the address letters come from",
  mailDpo: "the data protection officer's address",
  mailSecurity: "the security coordinator's address",
  mailUnits: "the units' addresses, with {unit} where the unit's id stands",
  alarmEmail: "who is told when something is wrong",
  oidcIssuer: "staff's sign-in",
  oidcClientId: "as whom staff's sign-in knows the service",
  oidcAudience: "what staff's tokens are for",
  citizenOidcIssuer: "the broker of e-legitimation",
  citizenOidcClientId: "as whom the broker knows the service",
};

/**
 * The settings in a file, as context for the CDK.
 * @throws CannotDeploy when the file is no settings, or lacks some; SettingsRefused when one cannot be used
 */
export function contextOf(text: string): Readonly<Record<string, string>> {
  const given = parsed(text);
  const settings = settingsFrom(given);
  const missing = Object.entries(needed).filter(([key]) => given[key] === undefined || given[key] === "");
  if (missing.length > 0)
    throw new CannotDeploy(`The settings lack ${missing.map(([key, what]) => `${key} (${what})`).join(", ")}.`);
  if (settings.stage === "local") throw new CannotDeploy('The stage "local" is this machine; call it something else.');
  const invented = Object.entries(given).find(([, value]) => /\bintag\.example\b/.test(value));
  if (invented !== undefined)
    throw new CannotDeploy(`The setting "${invented[0]}" is still the invented ${invented[1]}.`);
  return given;
}

function parsed(text: string): Readonly<Record<string, string>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CannotDeploy("The settings file must be JSON.");
  }
  if (!isJson(value)) throw new CannotDeploy("The settings file must be a JSON object.");
  return Object.fromEntries(
    // A mapping or a list of rules may stand there as what it is; the CDK's context is text.
    Object.entries(value).map(([key, one]) => [key, typeof one === "string" ? one : JSON.stringify(one)]),
  );
}
