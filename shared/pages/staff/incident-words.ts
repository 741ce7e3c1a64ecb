import { type Field, fieldAt, type Option } from "../../../forms/form.ts";
import { incidentReport } from "../../../forms/incident-report.ts";
import type { Choice } from "../fields.tsx";

const optionsIn = (field: Field | undefined): readonly Option[] =>
  field?.kind === "choice" || field?.kind === "choices" ? field.options : [];

/** The choices of a field of the incident report, in the form's own words. */
export const incidentChoices = (name: string): readonly Choice[] =>
  optionsIn(fieldAt(incidentReport, `/${name}`)).map(({ value, label }) => ({ value, label: label.sv }));

/** A field's name as the summary has it. */
export const incidentLabel = (name: string): string => {
  const field = fieldAt(incidentReport, `/${name}`);
  return (field?.short ?? field?.label)?.sv ?? name;
};

/** A stored code of the incident report in words; null is what nobody knows yet. */
export const incidentWord = (name: string, code: string | null): string =>
  code === null ? "Vet inte" : (incidentChoices(name).find(({ value }) => value === code)?.label ?? code);

/** Several codes, in the form's order; none is what nobody knows yet. */
export const incidentWords = (name: string, codes: readonly string[]): string =>
  codes.length === 0
    ? "Vet inte"
    : incidentChoices(name)
        .filter(({ value }) => codes.includes(value))
        .map(({ label }) => label)
        .join("\n");
