/** A call of `fetch`, as the stub saw it. */
export interface SeenCall {
  readonly url: string;
  readonly init: RequestInit & { readonly headers: Record<string, string> };
}

export type StubAnswer = Response | Error | ((call: SeenCall) => Response | Promise<Response>);

/** A `fetch` that gives these answers one after the other, the last one for ever. */
export function stubFetch(...answers: readonly StubAnswer[]): typeof fetch & { readonly calls: SeenCall[] } {
  const calls: SeenCall[] = [];
  const stub = async (input: unknown, init?: RequestInit): Promise<Response> => {
    const call = { url: String(input), init: init as SeenCall["init"] };
    calls.push({ url: call.url, init: { ...call.init, headers: { ...call.init.headers } } });
    const answer = answers[Math.min(calls.length, answers.length) - 1];
    if (answer instanceof Error) throw answer;
    if (typeof answer === "function") return answer(call);
    if (!answer) throw new Error("the stub has no answer");
    return answer.clone();
  };
  return Object.assign(stub as typeof fetch, { calls });
}

/** An answer with a JSON body. */
export function jsonAnswer(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });
}

/** Never answers; ends only when its signal is aborted. */
export function silence({ init }: SeenCall): Promise<Response> {
  return new Promise((_, reject) => {
    init.signal?.addEventListener("abort", () => reject(init.signal?.reason));
  });
}

/** What `fetch` throws when a connection breaks, with the code that Node gives. */
export function brokenConnection(code: string): Error {
  return Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error(code), { code }) });
}

export const cardArgs = { profileId: 123456, cardToken: "ca0c8154-1e14-4464-a1ce-dcea7dc3de52" };

export const card = {
  token: cardArgs.cardToken,
  profileId: cardArgs.profileId,
  clientId: "wise_api_docs",
  status: { value: "ACTIVE" },
  lastFourDigits: "6320",
} as const;
