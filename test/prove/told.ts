import { relative } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

/** One test as it went. */
export interface ToldTest {
  readonly file: string;
  readonly name: string;
  readonly state: "passed" | "failed" | "skipped" | "pending";
  readonly seconds: number;
  /** Why it failed, in its own words. */
  readonly why?: string;
}

/** What a run of the tests told: how each went, and the figures that each file printed. */
export interface Told {
  readonly tests: readonly ToldTest[];
  readonly figures: ReadonlyMap<string, readonly string[]>;
  /** What broke outside of any test. */
  readonly broken: readonly string[];
}

/** Listens to a run: a proof tells its figures by printing them, a line each. */
export function listener(root: string): { readonly reporter: Reporter; readonly told: () => Told } {
  const printed: { readonly task: string; readonly line: string }[] = [];
  let modules: readonly TestModule[] = [];
  let broken: readonly string[] = [];
  const fileOf = (module: TestModule): string => relative(root, module.moduleId);
  const reporter: Reporter = {
    onUserConsoleLog: ({ taskId, content, type }) => {
      // What is written on stderr is a complaint, not a figure.
      if (taskId === undefined || type === "stderr") return;
      for (const line of content.trim().split("\n")) printed.push({ task: taskId, line });
    },
    onTestModuleEnd: (module) => {
      const seconds = Math.round(module.diagnostic().duration / 1_000);
      console.log(`${module.ok() ? "håller" : "HÅLLER INTE"} ${String(seconds).padStart(4)} s  ${fileOf(module)}`);
    },
    onTestRunEnd: (ended, failures) => {
      modules = ended;
      broken = failures.map(({ message }) => message);
    },
  };
  const told = (): Told => ({
    tests: modules.flatMap((module) => [
      ...[...module.children.allTests()].map((test) => ({
        file: fileOf(module),
        name: test.fullName,
        state: test.result().state,
        seconds: (test.diagnostic()?.duration ?? 0) / 1_000,
        why: test.result().errors?.[0]?.message.split("\n")[0] ?? "",
      })),
      // A file that cannot even be read has no tests, and has failed.
      ...module
        .errors()
        .map(({ message }) => ({ file: fileOf(module), name: message, state: "failed" as const, seconds: 0 })),
    ]),
    figures: new Map(
      modules.map((module) => [
        fileOf(module),
        printed.filter(({ task }) => task.startsWith(module.id)).map(({ line }) => line),
      ]),
    ),
    broken,
  });
  return { reporter, told };
}
