// Our components stand behind Prism's own interfaces, so they are held against Prism's originals directly; they are no
// part of the package's surface and are taken from its source.
import type { IHttpRequest } from "@stoplight/prism-http";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RANDOM_CASES, RANDOM_SEED } from "../../../scripts/random-cases.ts";
import type { OpenApiDocument } from "../src/contract/document.ts";
import { type Operation, readOperations } from "../src/contract/operation.ts";
import { createRouter } from "../src/contract/router.ts";
import { createValidators } from "../src/contract/validators.ts";
import contract from "../src/generated/openapi.gen.json" with { type: "json" };
import type { PipelineRequest } from "../src/pipeline/request.ts";
import { createValidateInput } from "../src/pipeline/validate-input.ts";
import { createValidateOutput } from "../src/pipeline/validate-output.ts";
import { validateSecurity } from "../src/pipeline/validate-security.ts";
import { comparable, type Finding, findingsOf, readWithPrism } from "./support/prism-originals.ts";
import { requests } from "./support/requests.ts";

const document = comparable(contract) as OpenApiDocument;
const operations = readOperations(document);
const router = createRouter(operations);
const validators = createValidators(document);
const validateInput = createValidateInput(validators);
const validateOutput = createValidateOutput(validators);
const prism = await readWithPrism(structuredClone(document));
const keyOf = ({ method, path }: Operation) => `${method} ${path}`;

function ours(request: IHttpRequest): PipelineRequest {
  const copy = structuredClone(request) as PipelineRequest;
  copy.match = router(copy.method, copy.url.path);
  return copy;
}

/** Prism knows the scheme in one spelling only. */
function withCapitalScheme(request: IHttpRequest): IHttpRequest & { headers: Record<string, string> } {
  const { authorization, ...headers } = (request.headers ?? {}) as Record<string, string>;
  if (authorization === undefined) return { ...request, headers };
  return { ...request, headers: { ...headers, authorization: authorization.replace(/^bearer /i, "Bearer ") } };
}

function isLoose({ url, headers }: IHttpRequest): boolean {
  const values = [...url.path.split("/").slice(1).map(decoded), ...Object.values(url.query ?? {}).flat()];
  const isLooseNumber = (value: string) =>
    value === "" || (Number.isInteger(Number(value)) && !/^-?(0|[1-9][0-9]*)$/.test(value));
  return values.some(isLooseNumber) || Object.values(headers ?? {}).includes("");
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function routed(request: PipelineRequest): string {
  const { match } = request;
  if (match?.kind === "match") return keyOf(match.operation);
  return match?.kind === "no-method" ? "NO_METHOD_MATCHED_ERROR" : "NO_PATH_MATCHED_ERROR";
}

describe("our components against Prism's", () => {
  it("find the same operation, ask for the same credentials and find the same faults in requests", () => {
    const seen = { routed: 0, valid: 0, invalid: 0 };
    function compare(request: IHttpRequest): void {
      const own = ours(request);
      expect(routed(own)).toBe(prism.route(request));
      if (own.match?.kind !== "match") return;
      seen.routed++;
      const { operation } = own.match;
      const key = keyOf(operation);
      expect(validateSecurity({ resource: operation, element: own })._tag === "Right").toBe(
        prism.validateSecurity(key, withCapitalScheme(request)),
      );
      const expected = prism.validateInput(key, structuredClone(request));
      const found = findingsOf(validateInput({ resource: operation, element: own }));
      if (expected.length === 0) seen.valid++;
      else seen.invalid++;
      // Prism takes every integer that JavaScript does, and an empty value for none.
      if (isLoose(request)) expect(found.length > 0 || expected.length === 0).toBe(true);
      // A union is checked here against the one alternative that its tag names, so only the verdict is the same.
      else if (operation.name === "oauth.token") expect(found.length > 0).toBe(expected.length > 0);
      else expect(found).toEqual(expected);
    }
    fc.assert(
      fc.property(fc.array(requests, { minLength: 40, maxLength: 40 }), (batch) => batch.forEach(compare)),
      { numRuns: RANDOM_CASES, seed: RANDOM_SEED },
    );
    expect(seen.routed).toBeGreaterThan(RANDOM_CASES * 5);
    expect(seen.valid).toBeGreaterThan(RANDOM_CASES / 4);
    expect(seen.invalid).toBeGreaterThan(RANDOM_CASES * 2);
  });

  it("find the same faults in responses", async () => {
    const responses = await goodResponses();
    const seen = { valid: 0, invalid: 0 };
    function compare(
      operation: Operation,
      response: WireResponse,
      damage: (response: WireResponse) => WireResponse,
    ): void {
      const damaged = damage(response);
      const expected = prism.validateOutput(keyOf(operation), structuredClone(damaged));
      const found = findingsOf(validateOutput({ resource: operation, element: structuredClone(damaged) }));
      if (expected.length === 0) seen.valid++;
      else seen.invalid++;
      expect(found.length > 0).toBe(expected.length > 0);
      expect(withoutAdded(found)).toEqual(withoutAdded(expected));
    }
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...responses), damages), { minLength: 20, maxLength: 20 }),
        (batch) => {
          for (const [{ operation, response }, damage] of batch) compare(operation, response, damage);
        },
      ),
      { numRuns: RANDOM_CASES, seed: RANDOM_SEED },
    );
    expect(seen.valid).toBeGreaterThan(RANDOM_CASES);
    expect(seen.invalid).toBeGreaterThan(RANDOM_CASES);
  });
});

interface WireResponse {
  statusCode: number;
  headers: Record<string, string>;
  body: unknown;
}

/** Prism gives some findings no code and no path. */
function withoutAdded(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => !/ (other|status|media-type)$/.test(finding));
}

/** A mock's responses to one good call of each operation that can be called by itself. */
async function goodResponses(): Promise<{ operation: Operation; response: WireResponse }[]> {
  const { createMock } = await import("@wisekit/mock");
  const mock = createMock();
  const card = "/v3/spend/profiles/123456/cards/ca0c8154-1e14-4464-a1ce-dcea7dc3de52";
  const calls: [string, string, string?][] = [
    ["get", "/v3/spend/profiles/123456/cards"],
    ["get", card],
    ["put", `${card}/status`, '{"status":"FROZEN"}'],
    ["put", `${card}/status`, '{"status":"EXPIRED"}'],
    ["get", `${card}/spending-permissions`],
    ["patch", `${card}/spending-permissions`, '{"type":"ECOM","isEnabled":true}'],
    ["get", `${card}/spending-limits`],
    ["get", "/v3/spend/profiles/123456/spending-limits"],
    ["get", "/v3/spend/profiles/9/cards"],
    ["get", "/twcard-data/v1/clientSideEncryption/fetchEncryptingKey"],
  ];
  return Promise.all(
    calls.map(async ([method, path, body]) => {
      const headers = { authorization: "Bearer x", "content-type": "application/json" };
      const received = await mock.fetch(path, {
        method: method.toUpperCase(),
        headers,
        ...(body !== undefined && { body }),
      });
      const text = await received.text();
      const match = router(method, path);
      if (match.kind !== "match") throw new Error(`${path} is not in the contract`);
      const response = {
        statusCode: received.status,
        headers: Object.fromEntries(received.headers),
        body: text === "" ? undefined : JSON.parse(text),
      };
      return { operation: match.operation, response };
    }),
  );
}

/** Changes a response in one place: its status, its media type, or a value anywhere in its body. */
const damages: fc.Arbitrary<(response: WireResponse) => WireResponse> = fc.oneof(
  fc.constant((response: WireResponse) => response),
  fc
    .constantFrom(200, 201, 204, 404, 418, 500)
    .map((statusCode) => (response: WireResponse) => ({ ...response, statusCode })),
  fc
    .constantFrom("text/html", "application/json; charset=utf-8", "application/problem+json", "application/jose")
    .map((type) => (response: WireResponse) => ({
      ...response,
      headers: { ...response.headers, "content-type": type },
    })),
  fc
    .tuple(
      fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 6 }),
      fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constant(undefined)),
    )
    .map(([steps, value]) => (response: WireResponse) => ({
      ...response,
      body: replaceAt(response.body, steps, value),
    })),
);

/** Replaces, or removes, the value that the steps lead to. */
function replaceAt(target: unknown, [step = 0, ...rest]: readonly number[], value: unknown): unknown {
  if (typeof target !== "object" || target === null) return value;
  const keys = Object.keys(target);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined) return value;
  const copy = Array.isArray(target) ? [...target] : { ...target };
  const record = copy as Record<string, unknown>;
  if (rest.length > 0) record[key] = replaceAt(record[key], rest, value);
  else if (value === undefined && !Array.isArray(copy)) delete record[key];
  else record[key] = value ?? null;
  return copy;
}
