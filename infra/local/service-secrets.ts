import * as z from "zod";
import { secretArn } from "./names.ts";
import type { Secrets } from "./secrets.ts";
import { type AwsService, jsonRefusal } from "./service.ts";

const request = z.object({ SecretId: z.string(), VersionStage: z.string().default("AWSCURRENT") });

/** Secrets Manager: reading only. */
export const secretsManager = (secrets: Secrets): AwsService => {
  const refusal = jsonRefusal("com.amazonaws.secretsmanager");
  const find = (id: string) => secrets.find((secret) => secret.name === id || secretArn(secret.name).startsWith(id));
  const read = (body: Buffer) => request.safeParse(JSON.parse(body.toString()));
  return {
    refusal,
    throttling: { status: 400, code: "ThrottlingException" },
    intent: ({ headers, body }) => {
      const operation = (headers["x-amz-target"] ?? "").replace("secretsmanager.", "");
      const parsed = read(body);
      if (operation !== "GetSecretValue" || !parsed.success)
        return { ok: false, answer: refusal(400, "InvalidRequestException", `${operation} is not played locally.`) };
      const { SecretId, VersionStage } = parsed.data;
      const name = find(SecretId)?.name ?? SecretId.replace(/^arn:.*:secret:/, "");
      const context = { "secretsmanager:VersionStage": [VersionStage] };
      return {
        ok: true,
        action: "secretsmanager:GetSecretValue",
        asks: [{ action: "secretsmanager:GetSecretValue", resource: secretArn(name), context }],
      };
    },
    apply: async ({ body }) => {
      const parsed = read(body);
      const secret = parsed.success ? find(parsed.data.SecretId) : undefined;
      if (!parsed.success || !secret || parsed.data.VersionStage !== "AWSCURRENT")
        return refusal(400, "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
      return {
        status: 200,
        headers: { "content-type": "application/x-amz-json-1.1" },
        body: JSON.stringify({
          ARN: secretArn(secret.name),
          Name: secret.name,
          SecretString: secret.value,
          VersionId: secret.version,
          VersionStages: ["AWSCURRENT"],
          CreatedDate: secret.createdAt,
        }),
      };
    },
  };
};
