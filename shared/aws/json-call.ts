import { type AwsPlace, AwsRefusal, signedCall } from "./signed-call.ts";

const services = {
  dynamodb: { version: "1.0", target: "DynamoDB_20120810" },
  secretsmanager: { version: "1.1", target: "secretsmanager" },
  "sms-voice": { version: "1.0", target: "PinpointSMSVoiceV2" },
} as const;

/** One call: the operation, and its input as the service documents it in JSON. */
export type JsonCall = (operation: string, input: object) => Promise<Readonly<Record<string, unknown>>>;

/** All attempts together end before the function's own time does (10 s), so that a slow store is answered for. */
const withinMs = 2_500;

/**
 * Calls an AWS service that speaks AWS JSON. The whole client costs two to three times the processor time of the call
 * itself and 350 kB of bundle, which a role that makes a single kind of call does not need (`npm run bench`, P2–P4).
 *
 * @throws AwsRefusal when AWS refuses, or the network's own error when it could not be reached
 */
export function jsonCall(service: keyof typeof services, place: AwsPlace, attempts?: number): JsonCall {
  const { version, target } = services[service];
  const url = new URL(place.endpoint ?? `https://${service}.${place.region}.${place.urlSuffix}`);
  const send = signedCall(service, url, place, withinMs, attempts);
  return (operation, input) =>
    send(
      {
        method: "POST",
        path: "/",
        headers: { "content-type": `application/x-amz-json-${version}`, "x-amz-target": `${target}.${operation}` },
        body: JSON.stringify(input),
      },
      (status, body) => {
        const text = body.toString("utf8");
        const answer: Record<string, unknown> = text === "" ? {} : JSON.parse(text);
        if (status === 200) return answer;
        const type = typeof answer.__type === "string" ? answer.__type : "UnknownError";
        throw new AwsRefusal(type.slice(type.indexOf("#") + 1), status, answer);
      },
    );
}
