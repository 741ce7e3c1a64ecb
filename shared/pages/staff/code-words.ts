import { dataSubjectRequest } from "../../../forms/data-subject-request.ts";
import type { Option } from "../../../forms/form.ts";
import type { RequestStatus } from "../../domain/case.ts";
import type { BreachStatus } from "../../domain/casework/breach-case.ts";
import type { CaseKind } from "../../domain/casework/case-file.ts";
import type { Role } from "../../domain/casework/case-history.ts";
import type { ConsultationKind, ConsultationStatus } from "../../domain/casework/consultation-case.ts";
import type { EvidenceRefusal, RepresentationState, RepresentedKind } from "../../domain/casework/representation.ts";
import type { Channel, Identity } from "../../domain/casework/request-case.ts";
import type { Right } from "../../domain/submission.ts";

/** Stored codes in the words that officers use. Each table is whole: a new code without a word does not compile. */
export const roleWords: Readonly<Record<Role, string>> = {
  employee: "Medarbetare",
  manager: "Chef",
  coordinator: "Samordnare",
  dpo: "Dataskyddsombud",
  security: "Säkerhetssamordnare",
  central: "Central funktion",
};

export const kindWords: Readonly<Record<CaseKind, string>> = {
  request: "Begäran",
  breach: "Incident",
  consultation: "Fråga till ombudet",
};

const requestStatusWords: Readonly<Record<RequestStatus, string>> = {
  triage: "Ska fördelas",
  received: "Mottagen",
  identity: "Identitet kontrolleras",
  searching: "Söks i register",
  reviewing: "Granskas",
  closed: "Avslutad",
};
const breachStatusWords: Readonly<Record<BreachStatus, string>> = {
  reported: "Anmäld",
  assessed: "Bedömd",
  decided: "Beslutad",
  closed: "Avslutad",
  dismissed: "Avskriven",
};
const consultationStatusWords: Readonly<Record<ConsultationStatus, string>> = {
  received: "Mottagen",
  answered: "Besvarad",
  closed: "Avslutad",
};

export const statusWords: Readonly<Record<CaseKind, Readonly<Record<string, string>>>> = {
  request: requestStatusWords,
  breach: breachStatusWords,
  consultation: consultationStatusWords,
};

/** Where a case stands, in words; a status of a kind that has none such is shown as it is stored. */
export const statusWord = (kind: CaseKind, status: string): string => statusWords[kind][status] ?? status;

const optionWord = (options: readonly Option[], value: string | null, none: string): string =>
  options.find((option) => option.value === value)?.label.sv ?? value ?? none;

export const rightWord = (right: Right): string => optionWord(dataSubjectRequest.fields.right.options, right, "");
export const deliveryWord = (delivery: string | null): string =>
  optionWord(dataSubjectRequest.fields.delivery.options, delivery, "Inte angivet");

export const channelWords: Readonly<Record<Channel, string>> = {
  web: "E-tjänsten",
  post: "Brev",
  email: "E-post",
  phone: "Telefon",
  visit: "Besök",
};

export const identityWords: Readonly<Record<Identity["state"], string>> = {
  "not-checked": "Inte kontrollerad",
  asked: "Vi har bett personen visa vem den är",
  confirmed: "Kontrollerad",
};

export const representedWords: Readonly<Record<RepresentedKind, string>> = {
  child: "Begäran görs av en vårdnadshavare för ett barn",
  represented: "Begäran görs av en god man, en förvaltare eller ett ombud",
};

export const representationWords: Readonly<Record<RepresentationState, string>> = {
  missing: "Fullmakt saknas",
  received: "Underlag har kommit in, inte kontrollerat",
  confirmed: "Kontrollerat",
};

export const evidenceRefusalWords: Readonly<Record<EvidenceRefusal, string>> = {
  "not-such-a-file": "inte en pdf, jpg eller png",
  harmful: "kan vara skadlig",
};

export const consultationWords: Readonly<Record<ConsultationKind, string>> = {
  question: "Fråga",
  "threshold-analysis": "Tröskelanalys",
  dpia: "Konsekvensbedömning",
  agreement: "Avtal",
  "new-system": "Nytt system",
  other: "Annat",
};
