import { problem } from "../../shared/lambda/problems.ts";
import { ring } from "../../shared/lambda/ring.ts";
import { live } from "./live.ts";
import { staffCases } from "./staff-cases.ts";

const deps = await live(process.env);

export const handler = ring<"staff-cases">(staffCases(deps), {
  log: deps.log,
  clock: Date.now,
  brokenPage: (request) => problem(request, "out-of-order"),
});
