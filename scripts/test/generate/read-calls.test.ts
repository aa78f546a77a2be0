import { describe, expect, it } from "vitest";
import { emitHosts } from "../../generate/emit-constants.ts";
import { act, smallContract, smallOperation, stopsOf } from "./support/small-contract.ts";

describe("an operation takes", () => {
  it.each([
    ["the document's credentials", "", { kind: "token", of: ["user"] }],
    ["none", "security: []", { kind: "none" }],
    ["the application's token", "security: [{ applicationToken: [] }]", { kind: "token", of: ["application"] }],
    [
      "either token, in order of preference",
      "security: [{ applicationToken: [] }, { userToken: [] }]",
      { kind: "token", of: ["application", "user"] },
    ],
    [
      "a user's token or a personal one",
      "security: [{ userToken: [] }, { personalToken: [] }]",
      { kind: "token", of: ["user", "personal"] },
    ],
    [
      "credentials of its own",
      "security: [{ partner: [] }]",
      { kind: "basic", user: "clientId", password: "clientSecret" },
    ],
  ])("%s", async (_title, security, auth) => {
    expect((await smallOperation({ paths: act(security === "" ? "deprecated: true" : security) })).auth).toEqual(auth);
  });

  it("credentials as arguments", async () => {
    const { arguments: list, isSecret } = await smallOperation({ paths: act("security: [{ partner: [] }]") });
    expect(list.map(({ name, in: place, required, sensitive }) => [name, place, required, sensitive])).toEqual([
      ["clientId", "credentials", true, "none"],
      ["clientSecret", "credentials", true, "token"],
    ]);
    expect(isSecret).toBe(true);
  });
});

describe("generation stops on credentials that", () => {
  it.each([
    ["are not there", "security: [{ gone: [] }] # here", "there is no security scheme gone"],
    [
      "are two at once",
      "security: [{ userToken: [], applicationToken: [] }] # here",
      "each entry of security names one scheme, not 2",
    ],
    ["may be none", "security: [{}] # here", "each entry of security names one scheme, not 0"],
    [
      "are a password or a token",
      "security: [{ partner: [] }, { userToken: [] }] # here",
      "http basic has no alternative",
    ],
  ])("%s", async (_title, security, reason) => {
    expect(await stopsOf({ paths: act(security) })).toEqual([`here: ${reason}`]);
  });
});

const sandbox = '{ url: "https://api.sandbox.example.com", x-environment: sandbox, x-host: api }';
const preview = '{ url: "https://mtls.example.com/", x-environment: preview, x-host: mtls, x-mutual-tls: true }';

describe("an operation is", () => {
  it("on the default host, in every environment that it has", async () => {
    const { host, environments } = await smallOperation({ paths: act("deprecated: true") });
    expect([host, environments]).toEqual(["api", ["production", "sandbox"]]);
  });

  it("where its servers say", async () => {
    const { host, environments } = await smallOperation({ paths: act(`servers: [${sandbox}]`) });
    expect([host, environments]).toEqual(["api", ["sandbox"]]);
  });

  it("on any host, in any environment", async () => {
    const { hosts, environments } = await smallContract({ paths: act(`servers: [${preview}]`) });
    expect(environments).toEqual(["production", "sandbox", "preview"]);
    expect(hosts).toEqual([
      {
        name: "api",
        isDefault: true,
        mutualTls: false,
        urls: { production: "https://api.example.com", sandbox: "https://api.sandbox.example.com" },
        mutualTlsUrls: {},
        authorizationUrls: {},
      },
      {
        name: "mtls",
        isDefault: false,
        mutualTls: true,
        urls: { preview: "https://mtls.example.com" },
        mutualTlsUrls: {},
        authorizationUrls: {},
      },
    ]);
  });

  it("on a host that also has addresses for clients with a certificate, and pages for users", async () => {
    const more = 'x-mutual-tls-url: "https://mtls.example.com/", x-authorization-url: "https://example.com/authorize/"';
    const server = `{ url: "https://pay.example.com", x-environment: preview, x-host: pay, ${more} }`;
    const model = await smallContract({ paths: act(`servers: [${server}]`) });
    expect(model.hosts[1]).toMatchObject({
      mutualTlsUrls: { preview: "https://mtls.example.com" },
      authorizationUrls: { preview: "https://example.com/authorize/" },
    });
    const text = emitHosts(model);
    expect(text).toContain('Hosts>> = { production: {}, sandbox: {}, preview: { pay: "https://mtls.example.com" } };');
    expect(text).toContain(
      'authorizationPages: { readonly [Name in Environment]?: string } = { preview: "https://example.com/authorize/" };',
    );
  });

  it("of a dated version, whose name another version may have as well", async () => {
    const root = 'x-api-versions: ["2026Q3"]';
    const dated = act('x-api-version: "2026Q3"', { url: "/2026Q3/things" }).replace("thingsAct", "thingsActDated");
    const { operations, versions } = await smallContract({ root, paths: act("deprecated: true") + dated });
    expect(versions).toEqual(["2026Q3"]);
    expect(operations.map(({ sdkName, apiVersion }) => [sdkName, apiVersion])).toEqual([
      ["facts.get", undefined],
      ["things.act", undefined],
      ["things.act", "2026Q3"],
    ]);
  });
});

describe("generation stops on", () => {
  it.each([
    [
      "a server with variables",
      "servers: [{ url: 'https://{region}.example.com', x-environment: eu, x-host: region }] # here",
      "the url of a server cannot have variables",
    ],
    [
      "a server without a protocol",
      "servers: [{ url: api.example.com, x-environment: eu, x-host: region }] # here",
      "the url of a server must begin with https://",
    ],
    [
      "a server that would get tokens unencrypted",
      "servers: [{ url: 'http://api.example.com', x-environment: eu, x-host: region }] # here",
      "the url of a server must begin with https://",
    ],
    ["an empty list of servers", "servers: [] # here", "things.act has no server"],
  ])("%s", async (_title, servers, reason) => {
    expect(await stopsOf({ paths: act(servers) })).toEqual([`here: ${reason}`]);
  });

  it("a method that cannot be called", async () => {
    const paths = act("deprecated: true", { method: "head" })
      .replace("\n    x-retry: never\n    x-invalidates: []", "")
      .replace("  head:", "  head: # here");
    expect(await stopsOf({ paths })).toEqual([
      "here: HEAD cannot be called; the methods are GET, PUT, POST, DELETE, PATCH",
    ]);
  });

  it("a path that is none", async () => {
    const paths = act("deprecated: true", { url: '"/things?kind=a"' }).replace("  post:", "  post: # here");
    expect(await stopsOf({ paths })).toEqual([
      "here: /things?kind=a is no path: it begins with / and has neither query nor fragment",
    ]);
  });

  it("an operation without a name for code", async () => {
    const paths = act("deprecated: true").replace("operationId: thingsAct", "operationId: things-act # here");
    expect(await stopsOf({ paths })).toEqual([
      "here: an operation needs an operationId, a word of letters, digits and _",
    ]);
  });
});

describe("a write invalidates", () => {
  const read = `
/owners/{ownerId}/reads/{thingId}:
  get:
    operationId: readsGet
    tags: [things]
    summary: Get
    x-sdk-name: reads.get
    parameters:
      - { name: ownerId, in: path, required: true, schema: { type: integer } }
      - { name: thingId, in: path, required: true, schema: { type: integer } }
      - { name: kind, in: query, schema: { type: string } }
    responses: { "200": { description: It., content: { application/json: { schema: { type: object } } } } }
`;
  const write = act(
    `
parameters:
  - { name: ownerId, in: path, required: true, schema: { type: integer } }
  - { name: kind, in: query, schema: { type: string } }
requestBody:
  required: true
  content: { application/json: { schema: { type: object, properties: { id: { type: integer } } } } }
`,
    { url: "/owners/{ownerId}/things" },
  );

  it("reads by the path arguments that both have, never by equal names elsewhere", async () => {
    const paths = read + write.replace("x-invalidates: []", "x-invalidates: [reads.get]");
    expect((await smallOperation({ paths })).invalidates).toEqual([{ read: "reads.get", by: { ownerId: "ownerId" } }]);
  });

  it("reads by whatever the contract says instead", async () => {
    const entry = "{ read: reads.get, by: { thingId: id, kind: kind } }";
    const paths = read + write.replace("x-invalidates: []", `x-invalidates: [${entry}]`);
    expect((await smallOperation({ paths })).invalidates).toEqual([
      { read: "reads.get", by: { thingId: "id", kind: "kind" } },
    ]);
  });
});

it("what is assumed of an operation is gathered, but for what is said once for all", async () => {
  const root = `
x-operation-defaults:
  responses:
    "429": { description: Slowly., x-assumption: Nobody documents this one. }
`;
  const { assumptions } = await smallOperation({
    root,
    paths: act(`
x-assumption: Nobody documents the call.
parameters:
  - { name: a, in: query, x-assumption: Nobody documents the argument., schema: { type: string } }
responses:
  "200": { description: It. }
  "404": { description: No., x-assumption: Nobody documents the error. }
`),
  });
  expect(assumptions).toEqual([
    "Nobody documents the call.",
    "Nobody documents the argument.",
    "Nobody documents the error.",
  ]);
});

it("a JWE, what gives its key and what is sealed belong to the exchange of sealed data, whatever their tag", async () => {
  const key = `
/keys:
  get:
    operationId: keysGet
    tags: [things]
    summary: Get the key
    x-sdk-name: keys.get
    responses: { "200": { description: It., content: { application/json: { schema: { type: object } } } } }
`;
  const paths =
    key +
    act(`
requestBody:
  required: true
  content:
    application/json:
      schema:
        type: object
        properties:
          payload: { type: string, x-jwe: { alg: [RSA-OAEP-256], enc: [A256GCM], key: keys.get } }
`);
  const { operations } = await smallContract({ paths });
  expect(operations.map(({ sdkName, isSealedExchange, jwe }) => [sdkName, isSealedExchange, jwe])).toEqual([
    ["facts.get", false, undefined],
    ["keys.get", true, undefined],
    [
      "things.act",
      true,
      { argument: "payload", alg: ["RSA-OAEP-256"], enc: ["A256GCM"], key: "keys.get", request: ["jwe"] },
    ],
  ]);
});

it("webhooks are read by event and version", async () => {
  const schemas = `
Event:
  type: object
  description: Something happened.
  properties:
    kind: { type: string, const: "things#change" }
    version: { type: string, const: "1.0.0" }
`;
  const root = `
x-webhook-discriminators: { type: kind, version: version }
webhooks:
  thingChange:
    post:
      operationId: onThingChange
      tags: [things]
      summary: Changed
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Event" } } } }
      responses: { "200": { description: Thanks. } }
`;
  expect((await smallContract({ root, schemas, paths: "" })).webhooks).toEqual([
    {
      name: "thingChange",
      type: "things#change",
      version: "1.0.0",
      schema: { $ref: "#/components/schemas/Event" },
      description: "Something happened.",
    },
  ]);
});
