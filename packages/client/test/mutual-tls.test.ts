import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import type { TLSSocket } from "node:tls";
import { type ClientOptions, createClient, type MutualTls } from "@wisekit/client";
import { mutualTls, undiciFetch } from "@wisekit/client/node";
import { Agent } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Certificates, createCertificates } from "./support/certificates.ts";
import { createTestCall } from "./support/create-test-client.ts";
import { card, cardArgs, jsonResponse, stubFetch } from "./support/stub-fetch.ts";

/** A server that asks for a certificate, and says with which one it was called. */
interface AskingServer {
  readonly url: string;
  /** The names in the certificates of the requests; undefined where there was none. */
  readonly seen: (string | undefined)[];
}

const servers: Server[] = [];
let certificates: Certificates;
let api: AskingServer;
let twcard: AskingServer;
let agent: Agent;

async function startServer(options: { readonly demands: boolean }): Promise<AskingServer> {
  const { ca, server: own } = certificates;
  const seen: (string | undefined)[] = [];
  const server = createServer(
    { ...own, ca, requestCert: true, rejectUnauthorized: options.demands },
    (request, response) => {
      seen.push((request.socket as TLSSocket).getPeerCertificate().subject?.CN as string | undefined);
      response.setHeader("content-type", "application/json").end(JSON.stringify(card));
    },
  );
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

beforeAll(async () => {
  certificates = await createCertificates();
  agent = new Agent({ connect: { ca: certificates.ca } });
  [api, twcard] = [await startServer({ demands: true }), await startServer({ demands: false })];
});

afterAll(async () => {
  await agent.close();
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});

const own = (): MutualTls => mutualTls({ ...certificates.client, ca: certificates.ca });

function callOf(host: "api" | "twcard", options: Partial<ClientOptions>) {
  const fetch = undiciFetch({ dispatcher: agent });
  const environment = { api: api.url, twcard: twcard.url };
  return createTestCall({ host }, [], {
    environment,
    auth: "token",
    fetch,
    clock: undefined,
    maxRetries: 0,
    ...options,
  });
}

describe("mutual TLS", () => {
  it("opens a server that demands a certificate, which turns away a client without one", async () => {
    await expect(callOf("api", {}).run()).rejects.toMatchObject({ code: "ERR_CONNECTION" });
    expect(await callOf("api", { mutualTls: own() }).run()).toEqual(card);
    expect(api.seen).toEqual(["partner"]);
  });

  it("shows the certificate to the hosts for mutual TLS only, even when others ask for one", async () => {
    expect(await callOf("twcard", { mutualTls: own() }).run()).toEqual(card);
    expect(twcard.seen).toEqual([undefined]);
  });

  it("shows it to a base address, which all hosts share", async () => {
    api.seen.length = 0;
    const wise = createClient({ baseUrl: api.url, auth: "token", mutualTls: own() });
    expect(await wise.cards.get(cardArgs)).toEqual(card);
    expect(api.seen).toEqual(["partner"]);
  });

  it("shows it to no address that only begins like the host's", async () => {
    const fetch = stubFetch(() => jsonResponse(card));
    const longer = `${api.url}0`;
    await callOf("twcard", { mutualTls: own(), fetch, environment: { api: api.url, twcard: longer } }).run();
    expect(fetch.calls[0]?.url).toBe(`${longer}/things`);
  });

  it("checks the server's certificate by the authorities that are given", async () => {
    const withoutAuthority = mutualTls(certificates.client);
    const error = await callOf("api", { mutualTls: withoutAuthority })
      .run()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "ERR_CONNECTION" });
    expect(String((error as Error).cause)).toMatch(/certificate/);
  });

  it.each([
    ["production", "https://api-mtls.transferwise.com"],
    ["sandbox", "https://api-mtls.wise-sandbox.com"],
  ] as const)("goes to Wise's host for it in %s, and card data to its own", async (environment, address) => {
    const { addressOf } = own().apply(
      { environment, addressOf: (host) => `https://${host}.wise.example` },
      stubFetch(() => jsonResponse(card)),
    );
    expect([addressOf("api"), addressOf("twcard")]).toEqual([address, "https://twcard.wise.example"]);
  });

  it("does not show the private key when it is printed", async () => {
    const { inspect } = await import("node:util");
    const shown = inspect(createClient({ environment: "sandbox", mutualTls: own() }), { depth: 10, showHidden: true });
    expect(shown + inspect(own(), { depth: 10, showHidden: true })).not.toContain("PRIVATE KEY");
  });

  it.each([
    [{ cert: "", key: "k" }, "mutualTls(): cert must be a non-empty string"],
    [{ cert: "c", key: undefined as never }, "mutualTls(): key must be a non-empty string"],
    [{ cert: "c", key: "k", ca: "" }, "mutualTls(): ca must be a non-empty string"],
  ])("cannot be made with %j", (options, message) => {
    expect(() => mutualTls(options)).toThrow(new TypeError(message));
  });

  it("must be made by mutualTls()", () => {
    const mutualTls = { cert: "c", key: "k" } as never;
    expect(() => createClient({ environment: "sandbox", mutualTls })).toThrow(
      "createClient(): mutualTls must be made by mutualTls() of @wisekit/client/node",
    );
  });
});
