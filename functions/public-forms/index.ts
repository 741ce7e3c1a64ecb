import type { Context } from "aws-lambda";
import { page } from "../../shared/lambda/answer.ts";
import { ring } from "../../shared/lambda/ring.ts";
import { brokenPage } from "../../shared/pages/message-pages.tsx";
import { live, type PublicDeps } from "./live.ts";
import { publicForms } from "./public-forms.ts";
import { inventedEvent, unseen } from "./warm-path.ts";

const handlerOver = (deps: PublicDeps) =>
  ring<"public-forms">(publicForms(deps), {
    log: deps.log,
    clock: Date.now,
    brokenPage: ({ language, requestId }) =>
      page(500, brokenPage({ city: deps.city, assets: deps.assets, language }, requestId)),
  });

const deps = await live(process.env);
// Before anybody waits: code that has run once is read and compiled, and a function has a whole processor only while it starts.
await handlerOver(unseen(deps))(inventedEvent(deps.city), {} as Context); // nothing of the path reads it

export const handler = handlerOver(deps);
