import { randomUUID } from "node:crypto";
import { createCardDataSession, type EncryptionKey, type SealedRequest } from "@wisekit/crypto";
import { startMock } from "@wisekit/mock";
import type { ArgumentModel, OperationModel } from "../generate/model.ts";
import type { ContractUnderTest } from "./contract-validator.ts";
import type { CallValues } from "./wire-request.ts";

/** Values of the default scenario that the documented examples name. */
const KNOWN: CallValues = {
  profileId: 123456,
  cardToken: "ca0c8154-1e14-4464-a1ce-dcea7dc3de52",
};

/** A running mock, and values that mean something to it where a sample of the right form is not enough. */
export interface MockWorld {
  mock: Awaited<ReturnType<typeof startMock>>;
  /** Values for those arguments that must name something that exists: a card, a one-time token, a sealed key. */
  existing(argumentsOfCall: readonly ArgumentModel[]): Promise<CallValues>;
  /** A one-time token for an operation, its challenges passed. Such a token clears no other operation. */
  clearedToken(operation: OperationModel): Promise<string>;
}

/** Starts a mock that challenges whatever strong customer authentication may stop. */
export async function startWorld({ model }: ContractUnderTest): Promise<MockWorld> {
  const mock = await startMock({ sca: true });
  const challenged = model.operations.find(({ sca }) => sca);
  if (!challenged) throw new Error("the contract has no operation under strong customer authentication");

  async function call(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: object,
  ): Promise<Response> {
    return fetch(`${mock.url}${path}`, {
      method,
      headers: {
        authorization: "Bearer a-token-of-a-user",
        ...(body && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  async function sealed(): Promise<SealedRequest> {
    const key = await succeeded(call("GET", "/twcard-data/v1/clientSideEncryption/fetchEncryptingKey"));
    return (await createCardDataSession((await key.json()) as EncryptionKey)).request;
  }

  /** A token of a challenged call, with a one-time password on its way by every channel. */
  async function freshToken({ path }: OperationModel): Promise<string> {
    const cardToken = { "x-tw-twcard-card-token": String(KNOWN.cardToken) };
    const challenged = await call("POST", path, cardToken, await sealed());
    const token = challenged.headers.get("x-2fa-approval");
    if (!token) throw new Error(`the mock does not challenge: ${challenged.status} ${await challenged.text()}`);
    for (const channel of ["sms", "whatsapp", "voice"]) {
      await succeeded(call("POST", `/v1/one-time-token/${channel}/trigger`, { "one-time-token": token }));
    }
    return token;
  }

  async function clearedToken(operation: OperationModel): Promise<string> {
    const token = await freshToken(operation);
    const headers = { "one-time-token": token };
    await succeeded(call("POST", "/v1/one-time-token/sms/verify", headers, { otpCode: "111111" }));
    return token;
  }

  return {
    mock,
    clearedToken,
    existing: async (argumentsOfCall) => {
      const takes = (name: string): boolean => argumentsOfCall.some((argument) => argument.name === name);
      return {
        ...Object.fromEntries(Object.entries(KNOWN).filter(([name]) => takes(name))),
        ...(takes("oneTimeToken") && { oneTimeToken: await freshToken(challenged) }),
        ...(takes("encryptedPayload") && (await sealed())),
        // An authorisation code works once.
        ...(takes("code") && { code: randomUUID() }),
      };
    },
  };
}

async function succeeded(call: Promise<Response>): Promise<Response> {
  const response = await call;
  if (!response.ok) throw new Error(`the mock rejected ${response.url}: ${response.status} ${await response.text()}`);
  return response;
}
