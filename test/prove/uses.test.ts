import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { keepTemplate, noteUses, unusedPermissions, usesIn } from "../uses.ts";

const folder = mkdtempSync(join(tmpdir(), "intag-uses-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("a permission that nothing used is told, and so is a call that was refused", () => {
  const statement = { Action: ["dynamodb:PutItem", "dynamodb:Query"], Resource: { "Fn::GetAtt": ["Cases", "Arn"] } };
  const log = { Action: "logs:PutLogEvents", Resource: { "Fn::GetAtt": ["Log", "Arn"] } };
  const template = {
    Resources: {
      Outbox: {
        Type: "AWS::Lambda::Function",
        Properties: {
          Role: { "Fn::GetAtt": ["OutboxRole", "Arn"] },
          Environment: { Variables: { INTAG_ROLE: "outbox" } },
        },
      },
      OutboxRoleMay: {
        Type: "AWS::IAM::ManagedPolicy",
        Properties: { Roles: [{ Ref: "OutboxRole" }], PolicyDocument: { Statement: [statement, log] } },
      },
    },
  };
  const file = join(folder, "made-up.json");
  writeFileSync(file, JSON.stringify(template));
  keepTemplate(folder, file);
  const call = (action: string, resource: string, denied: boolean) => ({
    ...{ index: 0, role: "outbox", action, resource, denied, bytes: 0 },
    uses: [{ action, resource }],
  });
  noteUses(folder, {
    names: { Files: "files-in-town" },
    calls: [
      call("dynamodb:PutItem", "arn:aws:dynamodb:eu-north-1:1:table/Cases", false),
      call("s3:GetObject", "arn:aws:s3:::files-in-town/answers/ABC/1/a.pdf", true),
    ],
  });
  expect(unusedPermissions(folder)).toEqual(["outbox dynamodb:Query Cases"]);
  expect([...usesIn(folder).denied]).toEqual(["outbox s3:GetObject Files/answers/*"]);
});
