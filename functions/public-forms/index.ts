import { page } from "../../shared/lambda/answer.ts";
import { ring } from "../../shared/lambda/ring.ts";
import { brokenPage } from "../../shared/pages/message-pages.tsx";
import { live } from "./live.ts";
import { publicForms } from "./public-forms.ts";

const deps = await live(process.env);

export const handler = ring<"public-forms">(publicForms(deps), {
  log: deps.log,
  clock: Date.now,
  brokenPage: ({ language, requestId }) =>
    page(500, brokenPage({ city: deps.city, assets: deps.assets, language }, requestId)),
});
