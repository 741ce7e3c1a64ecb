import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import type { Role } from "./roles.ts";
import { type Settings, settingsFrom } from "./settings.ts";
import { IntagStack } from "./stack.ts";

/** Ways of the CDK that are chosen once for a new app. Set here, so that the stack is the same with and without its command line. */
const platformFlags = {
  "@aws-cdk/aws-iam:minimizePolicies": true,
  "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy": true,
  "@aws-cdk/core:checkSecretUsage": true,
  "@aws-cdk/core:newStyleStackSynthesis": true,
  "@aws-cdk/core:target-partitions": ["aws"],
} as const;

export interface AssemblyProps {
  /** Settings given in code, below what the command line gives. */
  readonly context?: Readonly<Record<string, string>>;
  readonly outdir?: string;
  readonly codeOf: (role: Role) => string;
}

/**
 * The app with its one stack, checked against the AwsSolutions rules when synthesized.
 * @throws SettingsRefused when the context cannot be used
 */
export function assemble({ context, outdir, codeOf }: AssemblyProps): {
  readonly app: App;
  readonly stack: IntagStack;
  readonly settings: Settings;
} {
  const app = new App({
    analyticsReporting: false,
    context: { ...platformFlags, ...context },
    ...(outdir === undefined ? {} : { outdir }),
  });
  // The CDK types its whole context as anything; every value is looked at below.
  const given: Readonly<Record<string, unknown>> = app.node.getAllContext();
  const settings = settingsFrom(given);
  const stack = new IntagStack(app, "Intag", { settings, codeOf });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { app, stack, settings };
}
