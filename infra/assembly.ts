import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from "cdk-nag";
import type { Role } from "./roles/names.ts";
import { type Settings, SettingsRefused, settingsFrom } from "./settings.ts";
import { IntagStack } from "./stack.ts";

/** Choices the CDK asks of a new app. Made here, so that the stack is the same with and without its command line. */
const choices = {
  "@aws-cdk/aws-iam:minimizePolicies": true,
  "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy": true,
  "@aws-cdk/core:checkSecretUsage": true,
  "@aws-cdk/core:target-partitions": ["aws"],
} as const;

interface AppProps {
  /** Settings given in code; what the command line gives wins over them. */
  readonly context?: Readonly<Record<string, string>>;
  readonly outdir?: string;
}

/**
 * The app and the settings it was given, before anything is built.
 * @throws SettingsRefused when the settings cannot be used
 */
export function openApp({ context, outdir }: AppProps = {}): { readonly app: App; readonly settings: Settings } {
  const app = appWith({
    analyticsReporting: false,
    // Else an app that was refused would still leave an empty assembly behind when the process ends.
    autoSynth: false,
    context: { ...choices, ...context },
    ...(outdir === undefined ? {} : { outdir }),
  });
  // The CDK says nothing of what its context holds; every value is looked at here.
  const given: Readonly<Record<string, unknown>> = app.node.getAllContext();
  return { app, settings: settingsFrom(given) };
}

function appWith(props: ConstructorParameters<typeof App>[0]): App {
  try {
    return new App(props);
  } catch (cause) {
    throw new SettingsRefused("The context in CDK_CONTEXT_JSON must be a JSON object.", { cause });
  }
}

/** The rules that the stack is held to whenever it is synthesized. What does not hold is answered for where it stands. */
export const rulePacks = [AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks] as const;

/** Adds the one stack, which is checked against the rule packs whenever it is synthesized. */
export function addIntag(app: App, settings: Settings, codeOf: (role: Role) => string): IntagStack {
  const stack = new IntagStack(app, "Intag", { settings, codeOf });
  Validations.of(app).addPlugins(...rulePacks.map((Pack) => new Pack(app)));
  return stack;
}
