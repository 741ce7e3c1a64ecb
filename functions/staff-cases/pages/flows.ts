import { consultation } from "../../../forms/consultation.ts";
import { incidentReport } from "../../../forms/incident-report.ts";
import { parseAnswers } from "../../../forms/parse-answers.ts";
import { registration } from "../../../forms/registration.ts";
import { type Answer, page, seeOther } from "../../../shared/lambda/answer.ts";
import type { FlowPage, FlowResult, FlowState, FlowTools } from "../../../shared/pages/form-flow.ts";
import { staffAddresses } from "../../../shared/pages/staff/staff-addresses.ts";
import {
  type StaffFlowView,
  type StaffFormName,
  type StaffRefusal,
  staffFlow,
  staffFlowRefused,
} from "../../../shared/pages/staff/staff-flows.tsx";
import {
  noUnitPage,
  outsidePage,
  staffAlreadySentPage,
  staffNotFoundPage,
} from "../../../shared/pages/staff/staff-message-pages.tsx";
import { bodyHashOf } from "../body-hash.ts";
import { askingUnit, receiveConsultation } from "../consultations.ts";
import { keyScope } from "../entrance.ts";
import { receiveIncident } from "../incidents.ts";
import type { StaffDeps } from "../live.ts";
import { receiveRegistration, routedInWords } from "../registrations.ts";
import { readingOf, type Sending, unitsToday, type Visit } from "./visit.ts";

type Complete = Extract<FlowResult, { readonly kind: "send" }>;

const viewOf = (visit: Visit, deps: StaffDeps): StaffFlowView => ({
  frame: visit.frame,
  city: deps.city,
  units: unitsToday(visit, deps),
});

/** Nobody else goes on with what somebody has begun, also not at the same browser: the seal is the person's own. */
function toolsOf(name: StaffFormName, visit: Visit, deps: StaffDeps): FlowTools {
  const { city, keys, newKey } = deps;
  const purpose = `staff-answers ${name} ${visit.who.sub}`;
  return {
    city,
    newKey,
    now: visit.frame.now,
    seal: (state) => keys.seal(purpose, JSON.stringify(state)),
    open: (sealed) => {
      const text = keys.open(purpose, sealed);
      // What opens was sealed here, so it has the shape it was sealed in.
      return text === undefined ? undefined : (JSON.parse(text) as FlowState);
    },
    concernErrors: (body) => {
      if (name !== "registration") return [];
      const read = parseAnswers(registration, body, "sv", readingOf(visit, deps));
      const routing = read.ok ? routedInWords(read.value, "sv", deps) : read;
      return read.ok && !routing.ok && "errors" in routing.error ? routing.error.errors : [];
    },
  };
}

const flowAnswer = ({ status, html }: FlowPage): Answer => page(status, html);

/** `GET` of a form: its first page, or the way there. */
export function getFlow(name: StaffFormName, visit: Visit, deps: StaffDeps): Answer {
  if (name === "consultation" && askingUnit(visit.who, deps) === undefined) return page(422, noUnitPage(visit.frame));
  const step = visit.request.param("step");
  const result = staffFlow(name, viewOf(visit, deps), toolsOf(name, visit, deps)).get("sv", step || undefined);
  if (result.kind === "page") return flowAnswer(result);
  return result.kind === "redirect" ? seeOther(result.to) : page(404, staffNotFoundPage(visit.frame));
}

/** `POST` of a step: the next page, the same with what is wrong, or the receipt. */
export async function postFlow(name: StaffFormName, sending: Sending, deps: StaffDeps): Promise<Answer> {
  const { request, fields, frame } = sending;
  const flow = staffFlow(name, viewOf(sending, deps), toolsOf(name, sending, deps));
  const result = flow.post("sv", request.param("step"), fields);
  switch (result.kind) {
    case "page":
      return flowAnswer(result);
    case "redirect":
      return seeOther(result.to);
    case "not-found":
      return page(404, staffNotFoundPage(frame));
    case "send":
      return send[name](sending, result, deps);
  }
}

const sentOf = <Form>({ who, request }: Sending, { body, key }: Complete, form: Form) => ({
  who,
  form,
  language: "sv" as const,
  contentHash: bodyHashOf(body),
  key,
  scope: keyScope(request, who),
});

const receipt = ({ submission: { reference } }: { readonly submission: { readonly reference: string } }): Answer =>
  seeOther(staffAddresses.receipt(reference));
const alreadySent = ({ frame }: Visit): Answer => page(409, staffAlreadySentPage(frame));

function refusedAt(
  name: StaffFormName,
  sending: Sending,
  { state }: Complete,
  refusal: StaffRefusal,
  deps: StaffDeps,
): Answer {
  return flowAnswer(staffFlowRefused(name, viewOf(sending, deps), toolsOf(name, sending, deps), state, refusal));
}

type Send = (sending: Sending, complete: Complete, deps: StaffDeps) => Promise<Answer>;

const send: Readonly<Record<StaffFormName, Send>> = {
  incident: async (sending, complete, deps) => {
    const read = parseAnswers(incidentReport, complete.body, "sv", readingOf(sending, deps));
    if (!read.ok) return refusedAt("incident", sending, complete, { errors: read.error }, deps);
    const received = await receiveIncident(sentOf(sending, complete, read.value), deps);
    if (received.ok) return receipt(received.value);
    const refusal = received.error;
    switch (refusal.code) {
      case "input-refused":
        return refusedAt("incident", sending, complete, { errors: refusal.errors }, deps);
      case "key-reused":
        return alreadySent(sending);
      default:
        return refusedAt("incident", sending, complete, { code: refusal.code }, deps);
    }
  },

  consultation: async (sending, complete, deps) => {
    const read = parseAnswers(consultation, complete.body, "sv", readingOf(sending, deps));
    if (!read.ok) return refusedAt("consultation", sending, complete, { errors: read.error }, deps);
    const received = await receiveConsultation(sentOf(sending, complete, read.value), deps);
    if (received.ok) return receipt(received.value);
    return received.error.code === "key-reused" ? alreadySent(sending) : page(422, noUnitPage(sending.frame));
  },

  registration: async (sending, complete, deps) => {
    const read = parseAnswers(registration, complete.body, "sv", readingOf(sending, deps));
    if (!read.ok) return refusedAt("registration", sending, complete, { errors: read.error }, deps);
    const received = await receiveRegistration(sentOf(sending, complete, read.value), deps);
    if (received.ok) return receipt(received.value);
    const refusal = received.error;
    switch (refusal.code) {
      case "input-refused":
        return refusedAt("registration", sending, complete, { errors: refusal.errors }, deps);
      case "outside-the-city":
        return page(422, outsidePage(sending.frame, refusal.outside));
      case "key-reused":
        return alreadySent(sending);
      default:
        return refusedAt("registration", sending, complete, { code: refusal.code }, deps);
    }
  },
};
