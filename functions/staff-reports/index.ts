import { problem } from "../../shared/lambda/problems.ts";
import { ring } from "../../shared/lambda/ring.ts";
import { live } from "./live.ts";
import { staffReports } from "./staff-reports.ts";

const deps = live(process.env);

export const handler = ring<"staff-reports">(staffReports(deps), {
  log: deps.log,
  clock: Date.now,
  brokenPage: (request) => problem(request, "out-of-order"),
});
