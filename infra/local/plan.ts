import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import * as z from "zod";
import { CannotStart } from "./cannot-start.ts";
import { refuseUnknown } from "./catalogue.ts";
import { readTemplate, type Template } from "./cfn.ts";
import { type Statement, statementsOf } from "./iam.ts";
import { functionArn, identityOf, type Places } from "./names.ts";
import * as shapes from "./shapes.ts";

/** One function as the template describes it. */
export interface FunctionPlan {
  /** INTAG_ROLE: the name people and tests use. */
  readonly role: string;
  readonly name: string;
  readonly arn: string;
  readonly folder: string;
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** Events at once at most; undefined where the template sets no limit. */
  readonly atOnce: number | undefined;
  readonly may: readonly Statement[];
}

export interface Plan {
  readonly functions: readonly FunctionPlan[];
  /** Every resource of a type with its logical id, its name and its resolved properties. */
  all<Shape extends z.ZodType>(type: string, shape: Shape): readonly Found<z.infer<Shape>>[];
  functionByArn(arn: string): FunctionPlan | undefined;
  /** The statements of a role, by the role's ARN. */
  statementsOfRole(arn: string): readonly Statement[];
}

export interface Found<Properties> {
  readonly id: string;
  readonly name: string;
  readonly properties: Properties;
}

const assetsShape = z.object({
  files: z.record(
    z.string(),
    z.object({ source: z.object({ path: z.string().optional(), packaging: z.string().optional() }) }),
  ),
});

/** Managed policies that only let a function write its log and its traces, which Amazon does itself. */
const harmless = /^arn:aws:iam::aws:policy\/(service-role\/AWSLambdaBasicExecutionRole|AWSXRayDaemonWriteAccess)$/;

/**
 * Reads the template and its assets. Throws CannotStart with one sentence for anything the runner does not know.
 * `assembly` is the folder with the assets manifest; it holds bundled functions.
 */
export const readPlan = (template: string, assembly: string, places: Places): Plan => {
  const document = readTemplate(readJson(template), places);
  refuseUnknown(document);
  const all = <Shape extends z.ZodType>(type: string, shape: Shape) => found(document, type, shape);

  const roles = new Map<string, Statement[]>();
  for (const { id, name, properties } of all("AWS::IAM::Role", shapes.role)) {
    for (const managed of properties.ManagedPolicyArns)
      if (!harmless.test(managed))
        throw new CannotStart(
          `The role ${id} uses ${managed}, which the local runner does not know: write the actions out.`,
        );
    roles.set(
      name,
      properties.Policies.flatMap(({ PolicyDocument }) => statementsOf(PolicyDocument, id)),
    );
  }
  const policies = [...all("AWS::IAM::ManagedPolicy", shapes.policy), ...all("AWS::IAM::Policy", shapes.policy)];
  for (const { id, properties } of policies)
    for (const role of properties.Roles) roles.get(role)?.push(...statementsOf(properties.PolicyDocument, id));
  const statementsOfRole = (arn: string) => roles.get(arn.slice(arn.lastIndexOf("/") + 1)) ?? [];

  const assets = readAssets(template, assembly);
  const functions = all("AWS::Lambda::Function", shapes.lambda).map(({ id, name, properties }): FunctionPlan => {
    const environment = properties.Environment.Variables;
    const role = environment.INTAG_ROLE;
    if (!role)
      throw new CannotStart(
        `The function ${id} has no INTAG_ROLE in its environment, so the runner has no name for it.`,
      );
    if (!properties.Runtime.startsWith("nodejs"))
      throw new CannotStart(`The function ${id} runs on ${properties.Runtime}; the local runner runs Node.js only.`);
    const dynamic = Object.entries(environment).find(([, value]) => value.includes("{{resolve:"));
    if (dynamic)
      throw new CannotStart(
        `The function ${id} has a dynamic reference in ${dynamic[0]}, which the local runner does not know.`,
      );
    const folder = assets(properties.Code.S3Key);
    if (!folder) throw new CannotStart(`The code of ${id} is not in ${assembly}: synthesize the stack again.`);
    return {
      role,
      name,
      arn: functionArn(name),
      folder,
      handler: properties.Handler,
      environment,
      timeoutMs: properties.Timeout * 1000,
      memoryMb: properties.MemorySize,
      atOnce: properties.ReservedConcurrentExecutions,
      may: statementsOfRole(properties.Role),
    };
  });
  return {
    functions,
    all,
    statementsOfRole,
    functionByArn: (arn) =>
      functions.find((one) => arn === one.arn || arn === one.name || arn.startsWith(`${one.arn}:`)),
  };
};

const found = <Shape extends z.ZodType>(
  document: Template,
  type: string,
  shape: Shape,
): readonly Found<z.infer<Shape>>[] =>
  [...document.resources].flatMap(([id, resource]) => {
    if (resource.Type !== type) return [];
    const read = shapes.propertiesRead(type, resource.Properties);
    const resolved = document.resolve(read);
    const parsed = shape.safeParse(resolved);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new CannotStart(
        `The template's ${id} (${type}) says something the local runner does not know at ${issue?.path.join(".") || "its top"}: ${issue?.message}.`,
      );
    }
    const { name } = identityOf(id, type, (property) => {
      const given = document.resolve(resource.Properties[property]);
      return typeof given === "string" ? given : undefined;
    });
    return [{ id, name, properties: parsed.data }];
  });

const readJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new CannotStart(`${path} cannot be read as JSON: synthesize the stack again.`, { cause });
  }
};

/** Finds a function's folder by its S3Key, through the assets manifest beside the template. */
const readAssets = (template: string, assembly: string): ((key: string) => string | undefined) => {
  const manifest = join(dirname(template), `${basename(template, ".template.json")}.assets.json`);
  const parsed = assetsShape.safeParse(existsSync(manifest) ? readJson(manifest) : { files: {} });
  if (!parsed.success) throw new CannotStart(`${manifest} is not an assets manifest: synthesize the stack again.`);
  return (key) => {
    const path = parsed.data.files[key.replace(/\.zip$/, "")]?.source.path;
    const folder = path === undefined ? undefined : join(assembly, path);
    return folder !== undefined && existsSync(folder) ? folder : undefined;
  };
};
