import * as z from "zod";
import { CannotStart } from "./cannot-start.ts";
import { account, identityOf, type Places, region } from "./names.ts";

const resourceShape = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Condition: z.string().optional(),
});

const templateShape = z.object({
  Resources: z.record(z.string(), resourceShape),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
});

export type Resource = z.infer<typeof resourceShape>;

/** A template with its intrinsics resolvable and the resources whose condition is false left out. */
export interface Template {
  readonly resources: ReadonlyMap<string, Resource>;
  /** The value with every intrinsic replaced. Throws CannotStart for one the runner does not know. */
  resolve(value: unknown): unknown;
}

const absent = Symbol("AWS::NoValue");
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Reads a synthesized CloudFormation template.
 * `places` are the addresses that only the running machine knows (gateway, edge).
 */
export const readTemplate = (document: unknown, places: Places): Template => {
  const parsed = templateShape.safeParse(document);
  if (!parsed.success) throw new CannotStart("The file is not a CloudFormation template: synthesize the stack again.");
  const template = parsed.data;
  const pseudo: Record<string, unknown> = {
    "AWS::AccountId": account,
    "AWS::NoValue": absent,
    "AWS::Partition": "aws",
    "AWS::Region": region,
    "AWS::StackId": `arn:aws:cloudformation:${region}:${account}:stack/local/local`,
    "AWS::StackName": "local",
    "AWS::URLSuffix": "amazonaws.com",
  };

  const text = (value: unknown, where: string): string => {
    const resolved = resolve(value);
    if (typeof resolved === "string") return resolved;
    if (typeof resolved === "number" || typeof resolved === "boolean") return String(resolved);
    throw new CannotStart(`The template's ${where} does not give a text, which the local runner does not understand.`);
  };
  const list = (value: unknown, where: string): readonly unknown[] => {
    const resolved = Array.isArray(value) ? value : resolve(value);
    if (Array.isArray(resolved)) return resolved;
    throw new CannotStart(`The template's ${where} does not get a list, which the local runner does not understand.`);
  };
  const identity = (id: string) => {
    const resource = template.Resources[id];
    if (!resource)
      throw new CannotStart(`The template refers to ${id}, which is not in it: synthesize the stack again.`);
    return identityOf(id, resource.Type, (property) => {
      const given = resource.Properties[property];
      return given === undefined ? undefined : text(given, `${id}.${property}`);
    });
  };
  const ref = (id: string): unknown => {
    if (id in pseudo) return pseudo[id];
    const parameter = template.Parameters[id];
    if (!parameter) return identity(id).ref(places);
    if (parameter.Default === undefined)
      throw new CannotStart(`The template's parameter ${id} has no default, so the local runner has no value for it.`);
    return parameter.Default;
  };
  const attribute = (id: string, name: string): string => {
    const value = identity(id).attribute(name, places);
    if (value !== undefined) return value;
    throw new CannotStart(`The template uses Fn::GetAtt ${id}.${name}, which the local runner does not know.`);
  };
  const holds = (condition: unknown): boolean => {
    const resolved =
      isRecord(condition) && typeof condition.Condition === "string" ? named(condition.Condition) : resolve(condition);
    return resolved === true || resolved === "true";
  };
  const named = (name: string): boolean => {
    const condition = template.Conditions[name];
    if (condition === undefined) throw new CannotStart(`The template uses the condition ${name}, which is not in it.`);
    return holds(condition);
  };
  const substitute = (argument: unknown): string => {
    const [format, values] = Array.isArray(argument) ? argument : [argument, {}];
    return text(format, "Fn::Sub").replace(/\$\{([^}]+)\}/g, (_, name: string) => {
      if (name.startsWith("!")) return `\${${name.slice(1)}}`;
      if (isRecord(values) && name in values) return text(values[name], "Fn::Sub");
      const [id = "", ...path] = name.split(".");
      return path.length > 0 && !(name in pseudo) ? attribute(id, path.join(".")) : text(ref(name), "Fn::Sub");
    });
  };

  const intrinsics: Record<string, (argument: unknown) => unknown> = {
    Ref: (argument) => ref(text(argument, "Ref")),
    Condition: (argument) => named(text(argument, "Condition")),
    "Fn::GetAtt": (argument) => {
      const [id = "", ...path] =
        typeof argument === "string" ? argument.split(".") : list(argument, "Fn::GetAtt").map(String);
      return attribute(id, path.join("."));
    },
    "Fn::Join": (argument) => {
      const [separator, parts] = list(argument, "Fn::Join");
      return list(parts, "Fn::Join")
        .map((part) => text(part, "Fn::Join"))
        .join(text(separator, "Fn::Join"));
    },
    "Fn::Sub": substitute,
    "Fn::Select": (argument) => {
      const [index, parts] = list(argument, "Fn::Select");
      return resolve(list(parts, "Fn::Select")[Number(index)]);
    },
    "Fn::Split": (argument) => {
      const [separator, whole] = list(argument, "Fn::Split");
      return text(whole, "Fn::Split").split(text(separator, "Fn::Split"));
    },
    "Fn::FindInMap": (argument) => {
      const [map = "", top = "", second = ""] = list(argument, "Fn::FindInMap").map((part) =>
        text(part, "Fn::FindInMap"),
      );
      return template.Mappings[map]?.[top]?.[second];
    },
    "Fn::If": (argument) => {
      const [condition, yes, no] = list(argument, "Fn::If");
      return resolve(named(String(condition)) ? yes : no);
    },
    "Fn::Equals": (argument) => {
      const [one, other] = list(argument, "Fn::Equals").map((part) => text(part, "Fn::Equals"));
      return one === other;
    },
    "Fn::And": (argument) => list(argument, "Fn::And").every(holds),
    "Fn::Or": (argument) => list(argument, "Fn::Or").some(holds),
    "Fn::Not": (argument) => !holds(list(argument, "Fn::Not")[0]),
  };

  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve).filter((part) => part !== absent);
    if (!isRecord(value)) return value;
    const [key = ""] = Object.keys(value);
    if (Object.keys(value).length === 1 && (key === "Ref" || key === "Condition" || key.startsWith("Fn::"))) {
      // A policy statement's own "Condition" holds operators, not the name of a condition.
      if (key !== "Condition" || typeof value[key] === "string") {
        const intrinsic = intrinsics[key];
        if (!intrinsic) throw new CannotStart(`The template uses ${key}, which the local runner does not know.`);
        return intrinsic(value[key]);
      }
    }
    return Object.fromEntries(
      Object.entries(value)
        .map(([name, part]) => [name, resolve(part)] as const)
        .filter(([, part]) => part !== absent),
    );
  };

  const resources = new Map(
    Object.entries(template.Resources).filter(([, { Condition }]) => Condition === undefined || named(Condition)),
  );
  return { resources, resolve };
};
