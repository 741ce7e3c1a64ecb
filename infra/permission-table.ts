import { at, isJson, listed } from "./template-json.ts";

/** One line of what may do what: `public-forms` may `dynamodb:PutItem` on `Submissions`. */
export interface PermissionRow {
  readonly role: string;
  readonly actions: readonly string[];
  /** Names in the template, with the index or the stream where it is one. */
  readonly on: readonly string[];
  /** The conditions under which, as `key = value`; empty when always. */
  readonly when: readonly string[];
}

/**
 * What each function may do, read out of a synthesized template: all of it, since no role has any other policy. Rows in
 * the order of the template; pure, so the README's table and the tests see the same.
 */
export function permissionTable(template: Readonly<Record<string, unknown>>): readonly PermissionRow[] {
  const resources = Object.entries(isJson(template.Resources) ? template.Resources : {});
  const ofType = (type: string) => resources.filter(([, resource]) => at(resource, "Type") === type);
  return ofType("AWS::Lambda::Function").flatMap(([id, fn]) => {
    const [identity] = listed(at(fn, "Properties", "Role", "Fn::GetAtt")).flat();
    const policies = [...ofType("AWS::IAM::ManagedPolicy"), ...ofType("AWS::IAM::Policy")]
      .map(([, policy]) => at(policy, "Properties"))
      .filter((policy) => listed(at(policy, "Roles")).some((role) => at(role, "Ref") === identity));
    const inline = ofType("AWS::IAM::Role")
      .filter(([role]) => role === identity)
      .flatMap(([, role]) => listed(at(role, "Properties", "Policies")));
    const name = at(fn, "Properties", "Environment", "Variables", "INTAG_ROLE");
    return [...policies, ...inline]
      .flatMap((policy) => listed(at(policy, "PolicyDocument", "Statement")))
      .map((statement) => ({
        role: typeof name === "string" ? name : id,
        actions: listed(at(statement, "Action")).map(String),
        on: listed(at(statement, "Resource")).map(named),
        when: conditions(at(statement, "Condition")),
      }));
  });
}

function conditions(condition: unknown): readonly string[] {
  if (!isJson(condition)) return [];
  return Object.values(condition).flatMap((wanted) =>
    isJson(wanted)
      ? Object.entries(wanted).map(([key, value]) => `${key} = ${listed(value).map(named).join(" or ")}`)
      : [],
  );
}

/** A reference in a template as a person would say it: `Cases/index/letters-due`, `Submissions stream`. */
function named(reference: unknown): string {
  if (typeof reference === "string") return reference;
  const id = at(reference, "Ref");
  if (typeof id === "string") return id === "AWS::Region" ? "<region>" : id;
  const attribute = at(reference, "Fn::GetAtt");
  if (Array.isArray(attribute)) return attribute[1] === "StreamArn" ? `${attribute[0]} stream` : String(attribute[0]);
  const parts = at(reference, "Fn::Join");
  if (Array.isArray(parts) && Array.isArray(parts[1])) return withoutArn(parts[1].map(named).join(String(parts[0])));
  return JSON.stringify(reference);
}

/** `arn:…:identity/MailIdentity` says no more than `identity/MailIdentity`. */
const withoutArn = (name: string): string => name.replace(/^arn:.*:/, "");
