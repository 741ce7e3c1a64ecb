import { type AwsPlace, AwsRefusal, signedCall } from "./signed-call.ts";

/** Calls a function with an event, once, and gives what it answered; one that failed answers with its error. */
export type Invoke = (event: object) => Promise<unknown>;

/** Such a function may itself wait for somebody else's service. */
const withinMs = 15_000;

/**
 * One Lambda function of the same account and region, called and waited for.
 *
 * @param name letters, digits, hyphens and underscores
 * @throws AwsRefusal when it may not be called or is not there; the network's own error when it was not reached
 */
export function invoke(name: string, place: AwsPlace): Invoke {
  const url = new URL(place.endpoint ?? `https://lambda.${place.region}.${place.urlSuffix}`);
  const send = signedCall("lambda", url, place, withinMs, 1);
  return (event) =>
    send(
      {
        method: "POST",
        path: `/2015-03-31/functions/${name}/invocations`,
        headers: { "content-type": "application/json" },
        body: JSON.stringify(event),
      },
      (status, body): unknown => {
        if (status !== 200) throw new AwsRefusal("NotCalled", status, {});
        return JSON.parse(body.toString("utf8"));
      },
    );
}
