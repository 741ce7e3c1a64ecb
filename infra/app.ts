import { fileURLToPath } from "node:url";
import { addIntag, openApp } from "./assembly.ts";
import { BundleRefused, bundle } from "./bundle.ts";
import { SettingsRefused } from "./settings.ts";

/** Builds the functions and writes the assembly that the CDK deploys and the local runner plays. */
try {
  const { app, settings } = openApp();
  const root = fileURLToPath(new URL("..", import.meta.url));
  const built = await bundle(root, settings.city);
  addIntag(app, settings, built.codeOf);
  app.synth();
} catch (failure) {
  if (!(failure instanceof SettingsRefused || failure instanceof BundleRefused)) throw failure;
  console.error(failure.message);
  process.exitCode = 1;
}
