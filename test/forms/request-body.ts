import type { AnswerContext } from "../../forms/text-format.ts";
import { civilDate } from "../../shared/domain/civil-date.ts";

const today = civilDate("2026-11-22");
if (today === undefined) throw new Error("the tests' own day is not a date");

/** The day every test of the form stands on, and three services to choose from. */
export const context: AnswerContext = {
  today,
  city: { services: [{ key: "soc-okand" }, { key: "kultur-bibliotek" }, { key: "forskola-kommunal" }] },
};

/** A complete request as programs send it, with changes. The number is one of Skatteverket's test numbers. */
export const requestBody = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  right: "access",
  onBehalfOf: "self",
  protectedIdentity: false,
  concerns: [{ service: "soc-okand", place: "Provdalen", from: "2019", to: "2021" }],
  details: "Allt från provtiden",
  person: person(),
  delivery: "registered-address",
  contact: { email: "prov@exempel.se" },
  language: "sv",
  ...changes,
});

export const person = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  givenName: "Prov",
  familyName: "Provsson",
  personalIdentityNumber: "19900101-2385",
  address: { street: "Provgatan 1", postalCode: "123 45", city: "Provstad" },
  ...changes,
});

export const without = (body: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> => {
  const { [name]: _, ...rest } = body;
  return rest;
};
