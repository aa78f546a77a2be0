import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../checks/command.ts";
import type { JsonObject } from "../contract/contract-nodes.ts";
import { viewContract } from "../contract/contract-view.ts";
import { contentSchemas } from "../contract/operation-view.ts";
import { readContractModel } from "../generate/contract-model.ts";
import { jsonTypesOf } from "../generate/read/json-types.ts";

const { document } = await readContractModel(join(ROOT, "spec/openapi.yaml"));
const view = viewContract(document as unknown as JsonObject);
const responses = view.operations.flatMap((operation) => [...operation.responses.values()]);
const objects = view.schemasBelow(responses.flatMap((response) => [...contentSchemas(view, response).values()]));

/** Fields without which a response means nothing: the client, its user or the next call needs them. */
const neverNull = {
  Card: ["profileId", "status", "token"],
  CardDetails: ["pan"],
  CardPage: ["cards", "totalCount"],
  CardPhoneNumber: ["profileId", "token"],
  CardPin: ["pin"],
  CardStatusInfo: ["value"],
  Challenge: ["primaryChallenge"],
  ChallengeOption: ["type"],
  EncryptionKey: ["key", "version"],
  ErrorEntry: ["code"],
  ErrorList: ["errors"],
  ErrorMessage: ["status"],
  Limit: ["currency", "threshold", "type"],
  OAuthError: ["error"],
  OneTimeToken: ["challenges", "oneTimeToken"],
  OneTimeTokenStatus: ["oneTimeTokenProperties"],
  OtpDelivery: ["obfuscatedPhoneNo"],
  Permission: ["isEnabled", "type"],
  PermissionList: ["permissions"],
  Spending: ["limits", "type"],
  SpendingList: ["spendings"],
  TokenResponse: ["access_token", "expires_in", "token_type"],
};

/** The fields of all responses, as `Card.phoneNumber`: those that must be there, or those that need not. */
function fields(kind: "required" | "optional") {
  return objects.flatMap((object) => {
    const required = Array.isArray(object.node.required) ? object.node.required : [];
    return [...view.children(object, "properties")]
      .filter(([name]) => required.includes(name) === (kind === "required"))
      .map(([name, schema]) => ({ name: `${nameOf(object.node)}.${name}`, schema }));
  });
}

function nameOf(schema: JsonObject): string {
  const schemas = view.children(view.child(view.root, "components"), "schemas");
  return [...schemas].find(([, { node }]) => node === schema)?.[0] ?? "";
}

it("every field of a response that may be missing may be null too, because the vendor promises none", () => {
  const never = fields("optional").filter(({ schema }) => !jsonTypesOf(view, schema).has("null"));
  expect(fields("optional").length).toBeGreaterThan(20);
  expect(never.map(({ name }) => name)).toEqual([]);
});

it("a field that must be there may be null too, unless a response means nothing without it", () => {
  const never = fields("required").filter(({ schema }) => !jsonTypesOf(view, schema).has("null"));
  const expected = Object.entries(neverNull).flatMap(([schema, names]) => names.map((name) => `${schema}.${name}`));
  expect(never.map(({ name }) => name).sort()).toEqual(expected);
});
