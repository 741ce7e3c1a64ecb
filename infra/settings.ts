import { cityIds, isCityId } from "../shared/cities/city-ids.ts";
import { givenRules } from "../shared/domain/disposal/given-rules.ts";
import { claimMapping, plainMapping } from "../shared/domain/who.ts";

/** The domain the city owns, with the certificates the two ends of the wire need. All or none. */
export interface OwnDomain {
  /** What people type, such as `dataskydd.example`. */
  readonly name: string;
  /** Certificate for that name in us-east-1, where CloudFront reads its certificates. */
  readonly certificateArn: string;
  /** Certificate for `origin.<name>` in the stack's own region, so that nobody can go round CloudFront. */
  readonly originCertificateArn: string;
}

/** Everything about an installation that is not the same everywhere. Given as CDK context (`-c key=value`). */
export interface Settings {
  readonly stage: string;
  readonly city: string;
  /** Public origin for links in mail. Undefined: the own domain, else the distribution's address. */
  readonly siteUrl: string | undefined;
  readonly mailFrom: string;
  /** Where letters to the DPO, to the security coordinator and to the units' coordinators go; `{unit}` is the unit's id. */
  readonly mailDpo: string | undefined;
  readonly mailSecurity: string | undefined;
  readonly mailUnits: string | undefined;
  /** The name that text messages come from, registered in the account. Undefined: the city sends none. */
  readonly smsSender: string | undefined;
  /** The city's own function, in the same account, that delivers to digital mailboxes. Undefined: the city has no way there. */
  readonly mailboxFunction: string | undefined;
  readonly alarmEmail: string | undefined;
  readonly domain: OwnDomain | undefined;
  /** The city's sign-in (OpenID Connect): who it is, as whom it knows us, and what its tokens for us are for. */
  readonly oidcIssuer: string;
  readonly oidcClientId: string;
  readonly oidcAudience: string;
  /** The broker of e-legitimation (OpenID Connect, OIDC Sweden's profile) that citizens show who they are with. */
  readonly citizenOidcIssuer: string;
  readonly citizenOidcClientId: string;
  /** Which of its claims and values mean which roles and units, as JSON. */
  readonly claimMapping: string;
  /** Rules of disposal with the decisions behind them, as JSON. Undefined: the city's own, which may hold none. */
  readonly disposalRules: string | undefined;
}

/** A setting that cannot be used. The message is one sentence that says what to do. */
export class SettingsRefused extends Error {}

const keys = [
  "stage",
  "city",
  "siteUrl",
  "mailFrom",
  "mailDpo",
  "mailSecurity",
  "mailUnits",
  "smsSender",
  "mailboxFunction",
  "alarmEmail",
  "domainName",
  "certificateArn",
  "originCertificateArn",
  "oidcIssuer",
  "oidcClientId",
  "oidcAudience",
  "citizenOidcIssuer",
  "citizenOidcClientId",
  "claimMapping",
  "disposalRules",
] as const;
export type SettingKey = (typeof keys)[number];
const isKey = (key: string): key is SettingKey => keys.some((known) => known === key);

/** The CDK keeps its own switches beside ours; their names carry a colon, a slash or are its command line's. */
const belongsToTheCdk = (key: string): boolean => /[:/]/.test(key) || key === "cli-telemetry";

const hostName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const isAddress = (text: string): boolean => {
  const [local, host, ...more] = text.split("@");
  return more.length === 0 && /^[A-Za-z0-9._+-]{1,64}$/.test(local ?? "") && hostName.test(host ?? "");
};
/** One address per unit would not fit in a function's environment; the city's mail knows an alias for each. */
const isUnitAddress = (text: string): boolean =>
  text.split("{unit}").length === 2 && isAddress(text.replace("{unit}", "unit"));
const isOrigin = (text: string): boolean => {
  const url = URL.parse(text);
  if (url === null || url.origin !== text) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && url.hostname === "127.0.0.1");
};
/** An issuer is an https address without query or fragment, and is compared letter by letter. */
const isIssuer = (text: string): boolean => {
  const url = URL.parse(text);
  return url?.protocol === "https:" && url.search === "" && url.hash === "" && url.username === "";
};
const isMapping = (text: string): boolean => {
  try {
    return claimMapping(JSON.parse(text)) !== undefined;
  } catch {
    return false;
  }
};

const isDisposalRules = (text: string): boolean => {
  try {
    return givenRules(JSON.parse(text)) !== undefined;
  } catch {
    return false;
  }
};

/**
 * Reads the settings out of the CDK's context.
 * @throws SettingsRefused with one sentence when a setting is unknown or cannot be used
 */
export function settingsFrom(context: Readonly<Record<string, unknown>>): Settings {
  const given = new Map<SettingKey, string>();
  for (const [key, value] of Object.entries(context)) {
    if (belongsToTheCdk(key)) continue;
    if (!isKey(key)) throw new SettingsRefused(`There is no setting "${key}"; the settings are ${keys.join(", ")}.`);
    if (typeof value !== "string") throw new SettingsRefused(`The setting "${key}" must be text.`);
    if (value !== "") given.set(key, value);
  }
  const read = (key: SettingKey, fits: (value: string) => boolean, what: string): string | undefined => {
    const value = given.get(key);
    if (value !== undefined && !fits(value)) throw new SettingsRefused(`The setting "${key}" must be ${what}.`);
    return value;
  };
  const certificate = (key: SettingKey, region: string, where: string) =>
    read(
      key,
      (arn) => new RegExp(`^arn:aws:acm:${region}:\\d{12}:certificate/\\S+$`).test(arn),
      `a certificate's ARN ${where}`,
    );

  const stage =
    read("stage", (stage) => /^[a-z][a-z0-9-]{0,19}$/.test(stage), "1–20 small letters, digits and hyphens") ?? "dev";
  // On a developer's machine every letter can be seen. Elsewhere an address that nobody gave is nobody's.
  const locally = (address: string) => (stage === "local" ? address : undefined);
  const address = "an e-mail address";

  return {
    stage,
    city: read("city", isCityId, `one of ${cityIds.join(", ")}`) ?? "stockholm",
    siteUrl: read("siteUrl", isOrigin, "an https origin without a path, such as https://dataskydd.example"),
    mailFrom: read("mailFrom", isAddress, address) ?? "no-reply@intag.example",
    mailDpo: read("mailDpo", isAddress, address) ?? locally("dpo@intag.example"),
    mailSecurity: read("mailSecurity", isAddress, address) ?? locally("security@intag.example"),
    mailUnits:
      read("mailUnits", isUnitAddress, "an e-mail address with {unit} where the unit's id stands") ??
      locally("{unit}@intag.example"),
    smsSender:
      read("smsSender", (name) => /^(?=.*[A-Za-z])[A-Za-z0-9]{1,11}$/.test(name), "1–11 letters and digits") ??
      locally("Intag"),
    mailboxFunction:
      read("mailboxFunction", (name) => /^[A-Za-z0-9_-]{1,64}$/.test(name), "the name of a function in the account") ??
      locally("digital-mailbox"),
    alarmEmail: read("alarmEmail", isAddress, "an e-mail address"),
    domain: ownDomain(
      read("domainName", (name) => hostName.test(name), "a host name, such as dataskydd.example"),
      certificate("certificateArn", "us-east-1", "in us-east-1"),
      certificate("originCertificateArn", "[a-z0-9-]+", "in the stack's region"),
    ),
    oidcIssuer: read("oidcIssuer", isIssuer, "the provider's https address") ?? "https://id.intag.example",
    oidcClientId: read("oidcClientId", (id) => /^[\x21-\x7e]{1,200}$/.test(id), "1–200 visible characters") ?? "intag",
    oidcAudience:
      read("oidcAudience", (audience) => /^[\x21-\x7e]{1,200}$/.test(audience), "1–200 visible characters") ??
      "https://intag.example/api",
    citizenOidcIssuer: read("citizenOidcIssuer", isIssuer, "the broker's https address") ?? "https://eid.intag.example",
    citizenOidcClientId:
      read("citizenOidcClientId", (id) => /^[\x21-\x7e]{1,200}$/.test(id), "1–200 visible characters") ?? "intag",
    claimMapping:
      read("claimMapping", isMapping, "JSON that maps the provider's claims to roles, units and clearance") ??
      JSON.stringify(plainMapping),
    disposalRules: read(
      "disposalRules",
      isDisposalRules,
      "JSON: a list of kind, keptYears and decision, each with unit, validFrom and validTo if need be",
    ),
  };
}

function ownDomain(
  name: string | undefined,
  certificateArn: string | undefined,
  originCertificateArn: string | undefined,
): OwnDomain | undefined {
  if (name === undefined && certificateArn === undefined && originCertificateArn === undefined) return undefined;
  if (name === undefined || certificateArn === undefined || originCertificateArn === undefined) {
    throw new SettingsRefused("An own domain needs domainName, certificateArn and originCertificateArn together.");
  }
  return { name, certificateArn, originCertificateArn };
}
