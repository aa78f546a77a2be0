import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMock } from "@wisekit/mock";
import { describe, expect, it } from "vitest";
import contract from "../src/generated/openapi.gen.json" with { type: "json" };

const bearer = { headers: { authorization: "Bearer x" } };

/** The contract with one more path. */
function contractWith(path: string, item: object): object {
  return { ...contract, paths: { ...contract.paths, [path]: item } };
}

const kiosk = {
  get: {
    "x-sdk-name": "kiosks.get",
    parameters: [{ name: "kioskId", in: "path", required: true, schema: { type: "integer" } }],
    responses: {
      "200": {
        description: "A kiosk.",
        content: {
          "application/json": {
            schema: {
              type: "object",
              required: ["id", "name"],
              properties: { id: { type: "integer" }, name: { type: "string", examples: ["Lobby"] } },
            },
          },
        },
      },
    },
  },
};

const noteParameters = [
  { name: "profileId", in: "path", required: true, schema: { type: "integer" } },
  { name: "cardToken", in: "path", required: true, schema: { type: "string" } },
];
const notePath = "/v3/spend/profiles/{profileId}/cards/{cardToken}/notes";
const noteResponse = {
  "200": { description: "Notes.", content: { "application/json": { schema: { type: "array", items: {} } } } },
};

describe("an operation on a card that has no handler", () => {
  const notes = (extension: object) => ({ get: { ...extension, parameters: noteParameters, responses: noteResponse } });
  const ours = createMock({ contract: contractWith(notePath, notes({ "x-sdk-name": "cards.listNotes" })) });
  const ofAnother = createMock({ contract: contractWith(notePath, notes({})) });
  const card = "ca0c8154-1e14-4464-a1ce-dcea7dc3de52";
  const unknownCard = "00000000-0000-4000-8000-000000000000";

  it.each([
    ["the profile's card", 123456, card, 200],
    ["a card that is unknown", 123456, unknownCard, 404],
    ["a profile that is unknown", 999, card, 403],
    ["another profile's card", 30000000, card, 404],
  ])("is asked about %s", async (_, profileId, token, status) => {
    const response = await ours.fetch(`/v3/spend/profiles/${profileId}/cards/${token}/notes`, bearer);
    expect(response.status).toBe(status);
  });

  it("knows nothing of profiles and cards in another contract", async () => {
    const response = await ofAnother.fetch(`/v3/spend/profiles/999/cards/${unknownCard}/notes`, bearer);
    expect(response.status).toBe(200);
  });
});

describe("an operation that has no handler", () => {
  const mock = createMock({ contract: contractWith("/v3/kiosks/{kioskId}", kiosk) });

  it("gets a response from its schema, by Prism", async () => {
    const response = await mock.fetch("/v3/kiosks/7", bearer);
    expect([response.status, await response.json()]).toEqual([
      200,
      { id: expect.any(Number), name: expect.any(String) },
    ]);
    expect(response.headers.get("x-trace-id")).toMatch(/^[0-9a-f]{32}$/);
  });

  it("gets a response from its example, by Prism", async () => {
    const item = structuredClone(kiosk) as typeof kiosk & {
      get: { responses: { "200": { content: Record<string, object> } } };
    };
    Object.assign(item.get.responses["200"].content["application/json"], {
      example: { id: 7, name: "Lobby", extra: { $ref: "x" } },
    });
    Object.assign(item.get.responses["200"].content["application/json"].schema, { example: { id: 1, name: "Hall" } });
    const other = createMock({ contract: contractWith("/v3/kiosks/{kioskId}", item) });
    const response = await other.fetch("/v3/kiosks/7", bearer);
    expect(await response.json()).toEqual({ id: 1, name: "Hall" });
  });

  it("is held to the contract as any other", async () => {
    const broken = await mock.fetch("/v3/kiosks/seven", bearer);
    expect([broken.status, await broken.json()]).toEqual([
      400,
      expect.objectContaining({ errors: [expect.objectContaining({ path: "kioskId" })] }),
    ]);
    expect((await mock.fetch("/v3/kiosks/7")).status).toBe(401);
  });

  it("is not held to what an earlier request accepted", async () => {
    const ask = (accept: string) => mock.fetch("/v3/kiosks/7", { headers: { authorization: "Bearer x", accept } });
    expect((await ask("text/html")).status).toBe(406);
    expect((await ask("application/json")).status).toBe(200);
  });

  it("leaves the others to the state", async () => {
    const response = await mock.fetch("/v3/spend/profiles/123456/cards", bearer);
    expect(await response.json()).toMatchObject({ totalCount: 12 });
  });
});

describe("what our own validators cannot read", () => {
  it("is left to a whole Prism", async () => {
    const search = {
      get: {
        parameters: [
          { name: "id", in: "query", style: "pipeDelimited", schema: { type: "array", items: { type: "integer" } } },
        ],
        responses: {
          "200": {
            description: "ok",
            content: {
              "application/json": {
                schema: { type: "object", required: ["id"], properties: { id: { type: "string", examples: ["a"] } } },
              },
            },
          },
        },
      },
    };
    const mock = createMock({ contract: contractWith("/v3/receipts", search) });
    const good = await mock.fetch("/v3/receipts?id=1|2", bearer);
    expect([good.status, await good.json()]).toEqual([200, { id: expect.any(String) }]);
    const wrong = await mock.fetch("/v3/receipts?id=a|b", bearer);
    expect(wrong.status).toBe(422);
    expect(wrong.headers.get("content-type")).toBe("application/problem+json");
  });

  it("and so are files for a document of OpenAPI 3.0", async () => {
    const content = {
      "multipart/form-data": {
        schema: { type: "object", required: ["receipt"], properties: { receipt: { type: "string" } } },
      },
    };
    const post = { requestBody: { required: true, content }, responses: { "204": { description: "ok" } } };
    const document = { openapi: "3.0.3", info: { title: "Files", version: "1" }, paths: { "/files": { post } } };
    const mock = createMock({ contract: document });
    const send = (name: string) => {
      const body = new FormData();
      body.set(name, "text");
      return mock.fetch("/files", { method: "POST", body });
    };
    expect([(await send("receipt")).status, (await send("other")).status]).toEqual([204, 422]);
  });

  it("and so is a document of OpenAPI 3.0", async () => {
    const document = {
      openapi: "3.0.3",
      info: { title: "Pets", version: "1" },
      paths: {
        "/pets": {
          get: {
            responses: {
              "200": {
                description: "ok",
                content: {
                  "application/json": {
                    schema: {
                      type: "array",
                      items: {
                        type: "object",
                        properties: { name: { type: "string", nullable: true, example: "Rex" } },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    };
    const response = await createMock({ contract: document }).fetch("/pets");
    expect([response.status, await response.json()]).toEqual([200, [{ name: "Rex" }]]);
  });
});

describe("--spec", () => {
  it("reads YAML that refers to other files", async () => {
    const folder = await mkdtemp(join(tmpdir(), "wisekit-mock-spec-"));
    await writeFile(
      join(folder, "api.yaml"),
      "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths:\n  /hello:\n    get:\n      responses:\n        '200':\n          description: ok\n          content:\n            application/json:\n              schema: { $ref: './word.yaml' }\n",
    );
    await writeFile(join(folder, "word.yaml"), "type: string\nexamples: [hello]\n");
    const { spawn } = await import("node:child_process");
    const cli = new URL("../dist/cli.js", import.meta.url);
    const child = spawn(process.execPath, [cli.pathname, "--port", "0", "--spec", join(folder, "api.yaml")]);
    try {
      const url = await new Promise<string>((resolve, reject) => {
        child.stdout.on("data", (chunk: Buffer) => resolve(/Listening on (\S+)/.exec(chunk.toString())?.[1] ?? ""));
        // Node complains of what Prism calls, but only where Prism is not installed as a dependency: that is no failure.
        let errors = "";
        child.stderr.on("data", (chunk: Buffer) => (errors += chunk));
        child.on("close", () => reject(new Error(errors)));
      });
      const response = await fetch(`${url}/hello`);
      expect([response.status, await response.json()]).toEqual([200, "hello"]);
    } finally {
      child.kill();
      await rm(folder, { recursive: true });
    }
  });
});
