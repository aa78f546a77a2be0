import { join } from "node:path";
import * as client from "@wisekit/client";
import * as clientNode from "@wisekit/client/node";
import * as clientOtel from "@wisekit/client/otel";
import * as clientProxy from "@wisekit/client/proxy";
import * as clientRedis from "@wisekit/client/redis";
import * as clientResources from "@wisekit/client/resources";
import * as clientTesting from "@wisekit/client/testing";
import * as clientValidate from "@wisekit/client/validate";
import * as crypto from "@wisekit/crypto";
import * as cryptoDom from "@wisekit/crypto/dom";
import * as cryptoFrame from "@wisekit/crypto/frame";
import * as cryptoFramePage from "@wisekit/crypto/frame-page";
import * as mock from "@wisekit/mock";
import * as react from "@wisekit/react";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { ROOT } from "../checks/command.ts";
import { readDeclarations } from "../checks/declared-symbols.ts";
import { fileText } from "../checks/repository-files.ts";
import { publishedPackages } from "../checks/workspace-packages.ts";

/** Calls something with options: those given, which are not all right. */
type Attempt = (options: object) => unknown;

const wise = client.createClient({ baseUrl: "http://127.0.0.1:9" });
const local = mock.createMock();
const key = { version: 1, key: "" };
const grant = { clientId: "id", clientSecret: "secret" };
const redis = { sendCommand: async () => null };
const states = client.createMemoryStates();
const card = { profileId: 1, cardToken: "3f1e5b8a-7c0d-4f65-9d68-3c0a1b2c3d4e" };

/** Every function that packages export and that takes options. */
const FUNCTIONS: Readonly<Record<string, Attempt>> = {
  authorizationCode: (options) => client.authorizationCode({ ...grant, code: "a", redirectUri: "b", ...options }),
  clientCredentials: (options) => client.clientCredentials({ ...grant, ...options }),
  registrationCode: (options) => client.registrationCode({ ...grant, email: "a", registrationCode: "b", ...options }),
  authorizationUrl: (options) =>
    client.authorizationUrl({
      environment: "sandbox",
      clientId: "a",
      redirectUri: "b",
      session: "c",
      states,
      ...options,
    }),
  createMemoryStates: (options) => client.createMemoryStates(options),
  readAuthorization: (options) => client.readAuthorization("/", { session: "a", states, ...options }),
  userToken: (options) => client.userToken({ ...grant, refreshToken: "a", ...options }),
  createClient: (options) => client.createClient({ baseUrl: "/api", ...options }),
  createClientWith: (options) =>
    client.createClientWith({ baseUrl: "/api", ...options }, { cards: clientResources.cards }),
  createScaFlow: (options) => client.createScaFlow(wise, { oneTimeToken: "a" }, options),
  mutualTls: (options) => clientNode.mutualTls({ cert: "a", key: "b", ...options }),
  redisRateLimits: (options) => clientRedis.redisRateLimits(redis, options),
  redisTokens: (options) => clientRedis.redisTokens(redis, { encryption: "none", ...options }),
  testTokenStore: (options) => clientTesting.testTokenStore(client.createMemoryStore(), options),
  undiciFetch: (options) => clientNode.undiciFetch(options),
  openTelemetry: (options) => clientOtel.openTelemetry(options),
  createProxy: (options) => clientProxy.createProxy({ authorize: () => undefined, ...options }),
  validateResponses: (options) => clientValidate.validateResponses(wise, { validate: "error", ...options }),
  createCardDataSession: (options) => crypto.createCardDataSession(key, options),
  createKeyCache: (options) => crypto.createKeyCache({ loadKey: async () => key, ...options }),
  importCardDataKey: (options) => crypto.importCardDataKey(key, options),
  sealPin: (options) => crypto.sealPin(key, "1234", options),
  copySecret: (options) => cryptoDom.copySecret(crypto.createSecret("1"), options),
  showSecret: (options) => cryptoDom.showSecret({} as HTMLElement, crypto.createSecret("1"), options),
  createRevealFrame: (options) =>
    cryptoFrame.createRevealFrame({ src: "https://vault.example", container: {} as HTMLElement, ...options }),
  createRevealPage: (options) => cryptoFramePage.createRevealPage({ parentOrigin: "https://app.example", ...options }),
  createMock: (options) => mock.createMock(options),
  startMock: (options) => mock.startMock(options),
  useCardReveal: (options) => react.useCardReveal({ cardToken: card.cardToken, ...options }),
};

/** Methods that take options. */
const METHODS: Readonly<Record<string, Attempt>> = {
  as: (options) => wise.as("token", options),
  "cards.get": (options) => wise.cards.get(card, options),
  configure: (options) => local.configure(options),
  rotate: (options) => local.keys.rotate(options),
};

describe.each(Object.entries({ ...FUNCTIONS, ...METHODS }))("%s()", (name, attempt) => {
  it("names an unknown option, and those that there are", async () => {
    const error = await Promise.resolve({ anOptionThatNobodyHas: 1 })
      .then(attempt)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    const path = name.replaceAll(".", "\\.");
    expect((error as Error).message).toMatch(
      new RegExp(`^${path}\\(\\): unknown option "anOptionThatNobodyHas"; options are \\w+(, \\w+)*$`),
    );
  });
});

it("every exported function that takes options is among them", async () => {
  const exported = await Promise.all((await publishedPackages(ROOT)).map(({ folder }) => functionsWithOptions(folder)));
  expect(exported.flat().sort()).toEqual(Object.keys(FUNCTIONS).sort());
});

async function functionsWithOptions(folder: string): Promise<string[]> {
  const { exports }: { exports: Record<string, string | { types?: string }> } = JSON.parse(
    await fileText(ROOT, `${folder}/package.json`),
  );
  // What only our own packages call is checked by who calls it.
  const entries = Object.entries(exports).flatMap(([path, entry]) =>
    path !== "./internal" && typeof entry === "object" && entry.types ? [join(ROOT, folder, entry.types)] : [],
  );
  const declared = readDeclarations(entries);
  return declared.exports.flat().flatMap(({ name, symbol }) => {
    const functions = (symbol.declarations ?? []).filter(ts.isFunctionDeclaration);
    const isOurs = declared.authorOf(symbol) === "hand";
    return isOurs && functions.some(({ parameters }) => parameters.some(areOptions)) ? [name] : [];
  });
}

function areOptions({ name, type }: ts.ParameterDeclaration): boolean {
  return name.getText() === "options" || /\w+Options\b/.test(type?.getText() ?? "");
}
