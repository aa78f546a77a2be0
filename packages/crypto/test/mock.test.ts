import { createClient } from "@wisekit/client";
import { createCardDataSession, type ResponseForm } from "@wisekit/crypto";
import { createMock } from "@wisekit/mock";
import { describe, expect, it } from "vitest";

const cardToken = "ca0c8154-1e14-4464-a1ce-dcea7dc3de52";
const every = (["RSA1_5", "RSA-OAEP-256"] as const).flatMap((keyWrap) =>
  (["jwe", "key-only"] as const).flatMap((request) =>
    (["jwe", "json"] as const).map((responseFormat) => ({ keyWrap, request, responseFormat })),
  ),
);

describe.each(every)("a request $request with $keyWrap to the mock", ({ keyWrap, request, responseFormat }) => {
  it(`is opened when the mock responds with ${responseFormat} and a nonce of its own`, async () => {
    const { fetch } = createMock({ cardData: { responseFormat } });
    const wise = createClient({ environment: "sandbox", auth: "token", fetch });
    const forms: ResponseForm[] = [];
    const onResponseForm = (form: ResponseForm) => void forms.push(form);
    const session = await createCardDataSession(await wise.cardData.encryptionKey(), {
      keyWrap,
      request,
      onResponseForm,
    });
    const call = wise.cardData.details({ cardToken, ...session.request });
    const card = await session.open(await call);
    expect(card.pan.last4()).toBe("6320");
    expect(forms).toEqual([responseFormat]);
    expect((await call.withResponse()).response.headers.get("x-wisekit-request-form")).toBe(request);
  });
});
