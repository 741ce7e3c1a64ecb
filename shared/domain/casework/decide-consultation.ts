import { ok, type Result } from "../result.ts";
import { type Circumstances, carryOut, type Decision, type Step } from "./carry-out.ts";
import { type ConsultationCase, type ConsultationCommand, consultationCell } from "./consultation-case.ts";
import type { Refusal } from "./refusal.ts";

const stepOf = (kase: ConsultationCase, command: ConsultationCommand): Step<ConsultationCase> => {
  switch (command.command) {
    case "note":
      return { carryOut: () => ok({ kase }) };
    case "set-diary-number":
      return { carryOut: () => ok({ kase: { ...kase, diaryNumber: command.diaryNumber } }) };
    case "answer": {
      const { answeredOn, explanation: answer = kase.answer } = command;
      return {
        happened: [answeredOn],
        carryOut: () => ok({ kase: { ...kase, answeredOn, answer }, event: "answered" }),
      };
    }
    case "close":
      return { carryOut: () => ok({ kase, event: "closed" }) };
  }
};

/** A consultation after a command, or the rule that refuses it. */
export const decideConsultation = (
  kase: ConsultationCase,
  command: ConsultationCommand,
  circumstances: Circumstances,
): Result<Decision<ConsultationCase>, Refusal> =>
  carryOut(kase, command, circumstances, {
    step: stepOf(kase, command),
    cell: consultationCell(command.command, kase.status),
    began: kase.receivedAt,
    settle: ({ status }) => status,
  });
