import { page } from "../../shared/lambda/answer.ts";
import { ring } from "../../shared/lambda/ring.ts";
import { brokenPage } from "../../shared/pages/message-pages.tsx";
import { live } from "./live.ts";
import { staffReports } from "./staff-reports.ts";

const deps = await live(process.env);

export const handler = ring<"staff-reports">(staffReports(deps), {
  log: deps.log,
  clock: Date.now,
  brokenPage: ({ requestId }) =>
    page(500, brokenPage({ city: deps.city, assets: deps.assets, language: "sv" }, requestId)),
});
