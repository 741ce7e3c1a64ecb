import { expect, it } from "vitest";
import { routeTable } from "../../infra/local/route-table.ts";

const find = routeTable(
  [
    "$default",
    "GET /",
    "GET /sv/{step}",
    "GET /sv/kvitto",
    "ANY /any",
    "GET /any",
    "GET /files/{rest+}",
    "GET /files/{name}",
    "GET /files/list",
  ].map((key) => [key, key] as const),
);

it.each([
  ["a written-out segment beats a parameter", "GET", "/sv/kvitto", "GET /sv/kvitto", {}],
  ["a parameter takes any other segment", "GET", "/sv/vad", "GET /sv/{step}", { step: "vad" }],
  ["a parameter is decoded", "GET", "/sv/%C3%A5%2F", "GET /sv/{step}", { step: "å/" }],
  ["a method beats ANY", "GET", "/any", "GET /any", {}],
  ["ANY takes the other methods", "PUT", "/any", "ANY /any", {}],
  ["a parameter beats the rest of the path", "GET", "/files/a", "GET /files/{name}", { name: "a" }],
  ["the rest of the path takes what is deeper", "GET", "/files/a/b", "GET /files/{rest+}", { rest: "a/b" }],
  ["the root is a route of its own", "GET", "/", "GET /", {}],
  ["another method goes to the default", "POST", "/sv/kvitto", "$default", {}],
  ["a path with a slash too many goes to the default", "GET", "/sv/kvitto/", "$default", {}],
  ["an empty parameter goes to the default", "GET", "/sv/", "$default", {}],
  ["a broken escape goes to the default", "GET", "/sv/%E5", "$default", {}],
])("%s", (_, method, path, routeKey, parameters) => {
  expect(find(method, path)).toEqual({ routeKey, target: routeKey, parameters });
});

it("nothing is found where there is no default", () => {
  expect(routeTable([["GET /", 1]])("GET", "/else")).toBeUndefined();
});
