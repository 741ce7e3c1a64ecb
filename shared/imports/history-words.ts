import { causeOptions, discoveredByOptions } from "../../forms/incident-report/options.ts";
import { whatHappenedOptions } from "../../forms/incident-report/what-happened.ts";
import { type Channel, channels, type RequestOutcome, requestOutcomes } from "../domain/casework/request-case.ts";
import type { Cause, DiscoveredBy, WhatHappened } from "../domain/incident-codes.ts";
import { type Right, rights } from "../domain/submission.ts";
import { spelling } from "./table.ts";

/** Words to codes: Swedish words first, since messages show the first few; the code itself always works. */
const words = <Code extends string>(
  codes: readonly Code[],
  spoken: Readonly<Partial<Record<Code, readonly string[]>>>,
): ReadonlyMap<string, Code> => {
  const found = new Map<string, Code>();
  for (const code of codes) for (const word of spoken[code] ?? []) found.set(spelling(word), code);
  for (const code of codes) found.set(code, code);
  return found;
};

const labelled = <Code extends string>(
  options: readonly { readonly value: Code; readonly label: { readonly sv: string; readonly en: string } }[],
): ReadonlyMap<string, Code> => {
  const found = new Map<string, Code>();
  for (const { value, label } of options)
    for (const word of [label.sv, label.en, value]) found.set(spelling(word), value);
  return found;
};

export const rightWords: ReadonlyMap<string, Right> = words(rights, {
  access: ["registerutdrag", "tillgång"],
  rectification: ["rättelse"],
  erasure: ["radering"],
  restriction: ["begränsning"],
  portability: ["dataportabilitet", "flytt av uppgifter"],
  objection: ["invändning"],
  "automated-decision": ["automatiserat beslut"],
  "withdraw-consent": ["återkallat samtycke"],
  complaint: ["klagomål"],
  other: ["annat", "övrigt"],
});

export const channelWords: ReadonlyMap<string, Channel> = words(channels, {
  post: ["post", "brev"],
  email: ["e-post", "mejl", "mail", "funktionsbrevlåda"],
  phone: ["telefon"],
  visit: ["besök"],
  web: ["webb", "webben", "e-tjänst"],
});

/** A case that has not ended. */
const open = "open";
type Ending = RequestOutcome | typeof open;
export const outcomeWords: ReadonlyMap<string, Ending> = words<Ending>([...requestOutcomes, open], {
  granted: ["bifall", "beviljad", "lämnats ut"],
  "partly-granted": ["delvis bifall", "delvis"],
  "no-data": ["inga uppgifter", "inga uppgifter behandlas"],
  "refused-unfounded": ["avslag: uppenbart ogrundad", "ogrundad"],
  "refused-excessive": ["avslag: orimlig", "orimlig"],
  "refused-by-law": ["avslag enligt lag", "avslag"],
  "identity-not-confirmed": ["identiteten kunde inte bekräftas"],
  referred: ["hänvisad", "hänvisad till annan"],
  withdrawn: ["återtagen"],
  duplicate: ["dubblett"],
  reclassified: ["hanterad som annat", "annat än en begäran"],
  open: ["pågår", "öppen", "inte avslutad"],
});

export const whatHappenedWords: ReadonlyMap<string, WhatHappened> = labelled<WhatHappened>(whatHappenedOptions);
export const causeWords: ReadonlyMap<string, Cause> = labelled<Cause>(causeOptions);
export const discoveredByWords: ReadonlyMap<string, DiscoveredBy> = labelled<DiscoveredBy>(discoveredByOptions);
