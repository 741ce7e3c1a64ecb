import { strFromU8, unzipSync } from "fflate";
import { definitions } from "../../shared/domain/yearly/definitions.ts";
import { areas } from "../../shared/domain/yearly/yearly-review.ts";

/** What a place in a template may be called. Which codes a grouping has, and how many questions an area, a year decides. */
const known = [
  /^(år|stad|nämnd)$/,
  new RegExp(`^(förra\\.)?figur\\.(${Object.keys(definitions).join("|").replaceAll(".", "\\.")})(\\.[a-z0-9-]+)?$`),
  /^(förra\.)?figur\.review\.(records|policies|measures|dpias|marks)\.[a-zA-Z]+$/,
  new RegExp(`^svar\\.(${areas.join("|")})\\.[1-9]\\d?$`),
];

/** What a paragraph says, whichever runs Word has cut it into. */
const paragraphs = (xml: string): readonly string[] =>
  xml
    .split("</w:p>")
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = ""]) => text).join(""),
    );

/**
 * What is wrong with a city's own Word template for the yearly report, in sentences: it is no Word document, carries a
 * program, has no place to fill, or names one that is never filled.
 */
export function templateFaults(template: Uint8Array): readonly string[] {
  let parts: ReturnType<typeof unzipSync>;
  try {
    parts = unzipSync(template);
  } catch {
    return ["The template arsrapport.docx is not a Word document: save it from Word as .docx."];
  }
  const document = parts["word/document.xml"];
  if (document === undefined)
    return ["The template arsrapport.docx is not a Word document: save it from Word as .docx."];
  const places = Object.entries(parts)
    .filter(([name]) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name))
    .flatMap(([, xml]) => paragraphs(strFromU8(xml)))
    .flatMap((text) => [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name = ""]) => name.trim()));
  return [
    ...(Object.keys(parts).some((name) => name.includes("vbaProject"))
      ? ["The template arsrapport.docx carries macros: save it without them."]
      : []),
    ...(places.length === 0
      ? ["The template arsrapport.docx has no place to fill, such as {{figur.requests.received}}."]
      : []),
    ...[...new Set(places)]
      .filter((name) => !known.some((pattern) => pattern.test(name)))
      .map((name) => `The template arsrapport.docx has the place {{${name}}}, which nothing fills.`),
  ];
}
