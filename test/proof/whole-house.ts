import { join } from "node:path";
import { up } from "../../infra/local/up.ts";
import { untilQuiet } from "./quiet.ts";

/**
 * The whole system in a process of its own, so that all of it can be killed at once.
 * Arguments: the folder of the synthesized stack, and the folder to keep everything in.
 */
const [assembly = "", data = ""] = process.argv.slice(2);
const house = await up({
  template: join(assembly, "Intag.template.json"),
  assembly,
  port: 0,
  data,
  schedules: false,
  retryMs: { first: 20, most: 200 },
});

process.on("message", async () => {
  await untilQuiet(house);
  process.send?.({
    settled: true,
    denied: house.calls.filter(({ denied }) => denied).length,
    failuresShown: house.logs.flatMap(({ entry }) =>
      entry.event === "letter-failed" ? [String(entry.reference)] : [],
    ),
  });
});
process.send?.({ url: house.url, endpoint: house.endpoint });
