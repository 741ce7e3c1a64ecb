import * as z from "zod";
import { queueArn } from "./names.ts";
import type { ObjectEngine } from "./object-engine.ts";
import { type AwsService, jsonRefusal } from "./service.ts";

const request = z.looseObject({ QueueUrl: z.string().optional(), QueueName: z.string().optional() });

/** The engine keeps a queue under this address; the port functions see changes with every start. */
export const engineQueueUrl = (name: string): string => `http://127.0.0.1/000000000000/${name}`;

/** SQS: permission per queue, then the engine. */
export const sqs = (engine: ObjectEngine): AwsService => {
  const refusal = jsonRefusal("com.amazonaws.sqs");
  const read = (body: Buffer) => request.parse(JSON.parse(body.toString()));
  const nameOf = ({ QueueUrl, QueueName }: z.infer<typeof request>) => QueueUrl?.split("/").pop() ?? QueueName ?? "";
  return {
    refusal,
    throttling: { status: 400, code: "RequestThrottled" },
    intent: ({ headers, body }) => {
      const operation = (headers["x-amz-target"] ?? "").replace("AmazonSQS.", "");
      const action = `sqs:${operation.replace("MessageBatch", "Message")}`;
      try {
        return { ok: true, action, asks: [{ action, resource: queueArn(nameOf(read(body))), context: {} }] };
      } catch {
        return { ok: false, answer: refusal(400, "InvalidRequest", "The request cannot be read.") };
      }
    },
    apply: async ({ headers, body }) => {
      const asked = read(body);
      const inner = { ...asked, ...(asked.QueueUrl === undefined ? {} : { QueueUrl: engineQueueUrl(nameOf(asked)) }) };
      const answer = await engine.ask(
        "POST",
        "/",
        { "content-type": "application/x-amz-json-1.0", "x-amz-target": headers["x-amz-target"] ?? "" },
        Buffer.from(JSON.stringify(inner)),
      );
      return { status: answer.status, headers: { "content-type": "application/x-amz-json-1.0" }, body: answer.body };
    },
  };
};
