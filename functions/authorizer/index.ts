import type { APIGatewayRequestAuthorizerEventV2, APIGatewaySimpleAuthorizerWithContextResult } from "aws-lambda";
import type { AuthorizerContext } from "../../shared/lambda/authorizer-context.ts";
import { callerOf } from "./caller.ts";
import { live } from "./live.ts";

const deps = live(process.env);

/** Lets every request through with word of who is asking: refusing in our own words is the functions' part. */
export const handler = async ({
  headers,
  cookies,
}: APIGatewayRequestAuthorizerEventV2): Promise<APIGatewaySimpleAuthorizerWithContextResult<AuthorizerContext>> => ({
  isAuthorized: true,
  context: await callerOf({ headers: headers ?? {}, cookies: cookies ?? [] }, deps),
});
