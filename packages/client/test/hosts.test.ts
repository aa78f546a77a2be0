import { createClient } from "@wisekit/client";
import { describe, expect, it } from "vitest";
import { createTestCall } from "./support/create-test-client.ts";

describe("an operation that exists in some environments only", () => {
  const operation = { environments: ["sandbox"] } as const;

  it("is called there", async () => {
    const { run, fetch } = createTestCall(operation);
    await run();
    expect(fetch.calls).toHaveLength(1);
  });

  it("is a TypeError elsewhere, before anything is sent", async () => {
    const { run, fetch } = createTestCall(operation, [], { environment: "production" });
    const error = await run().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toContain("things.run() exists in sandbox only; this client is for production");
    expect(fetch.calls).toHaveLength(0);
  });

  it("is called at addresses of the caller's own, which may be of any environment", async () => {
    for (const options of [
      { environment: undefined, baseUrl: "http://localhost:1" },
      { environment: { api: "http://localhost:1" } },
    ]) {
      const { run, fetch } = createTestCall(operation, [], options);
      await run();
      expect(fetch.calls[0]?.url).toBe("http://localhost:1/things");
    }
  });
});

describe("hosts of the caller's own", () => {
  it("serve the operations of each", async () => {
    const environment = { api: "https://api.example", twcard: "https://cards.example/" };
    const { run, fetch } = createTestCall({ host: "twcard" }, [], { environment });
    await run();
    expect(fetch.calls[0]?.url).toBe("https://cards.example/things");
  });

  it("need not be complete: a call to one without an address is a TypeError", async () => {
    const { run, fetch } = createTestCall({ host: "twcard" }, [], { environment: { api: "https://api.example" } });
    await expect(run()).rejects.toThrow('things.run() needs an address for the host "twcard" in createClient()');
    expect(fetch.calls).toHaveLength(0);
  });

  it("must be addresses", () => {
    expect(() => createClient({ environment: { api: "api.example" } })).toThrow(
      "createClient(): environment.api must be an http(s) address or a path",
    );
  });
});
