import { createMock, startMock } from "@wisekit/mock";
import { describe, expect, it } from "vitest";
import { sealForTest } from "./support/card-data-request.ts";
import { contractOf, get } from "./support/kinds-contract.ts";
import { call, cardToken } from "./support/mock-caller.ts";

const headers = {
  "X-Request-Id": { "x-sdk-fact": "traceId", schema: { type: "string" } },
  "X-Call-Id": { "x-sdk-fact": "correlationId", schema: { type: "string", maxLength: 5, examples: ["other"] } },
  "X-Page": { schema: { type: "string" } },
};
const contract = contractOf({ "/things": get("things.get", { headers }) });

describe("a contract that names its headers otherwise", () => {
  const ask = async (id: string) => {
    const response = await createMock({ contract }).fetch("/things", {
      headers: { authorization: "Bearer x", "x-call-id": id },
    });
    return [
      response.headers.get("x-request-id"),
      response.headers.get("x-call-id"),
      response.headers.get("x-trace-id"),
    ];
  };

  it("gets the trace id and the correlation id in them", async () => {
    expect(await ask("mine")).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), "mine", null]);
  });

  it("gets no correlation id that is too long, nor that of an example", async () => {
    expect(await ask("longer")).toEqual([expect.any(String), null, null]);
  });

  it("has all of them shown to pages of other origins", async () => {
    await using mock = await startMock({ contract });
    const response = await fetch(`${mock.url}/things`, { headers: { authorization: "Bearer x" } });
    const exposed = response.headers.get("access-control-expose-headers")?.split(", ");
    expect(exposed).toEqual(expect.arrayContaining(["x-request-id", "x-call-id", "x-page", "x-wisekit-assumed"]));
  });
});

describe("a fault of one card", () => {
  it("happens where the card is named in a header", async () => {
    const mock = createMock({ scenario: "every-status" });
    const [first, second] = mock.state.cards.list();
    mock.faults.add({ operation: "cardData.pin", cardToken: first?.token ?? "", status: 503 });
    const { payload } = sealForTest((await mock.keys.current()).key, "RSA1_5");
    const ask = async (token: string) => {
      const options = {
        method: "POST",
        headers: { "x-tw-twcard-card-token": token },
        json: { keyVersion: 1, encryptedPayload: payload },
      };
      return (await call(mock, "/twcard-data/v1/sensitive-card-data/pin", options)).status;
    };
    expect([await ask(first?.token ?? ""), await ask(second?.token ?? cardToken)]).toEqual([
      503,
      expect.toSatisfy((status: number) => status !== 503),
    ]);
  });
});
