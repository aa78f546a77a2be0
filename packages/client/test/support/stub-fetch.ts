/** A call of `fetch`, as the stub saw it. */
export interface SeenCall {
  readonly url: string;
  readonly init: RequestInit & { readonly headers: Record<string, string> };
}

export type StubResponse = Response | Error | ((call: SeenCall) => Response | Promise<Response>);

/** A `fetch` that gives these responses one after the other, the last one for ever. */
export function stubFetch(...responses: readonly StubResponse[]): typeof fetch & { readonly calls: SeenCall[] } {
  const calls: SeenCall[] = [];
  const stub = async (input: unknown, init?: RequestInit): Promise<Response> => {
    const call = { url: String(input), init: init as SeenCall["init"] };
    calls.push({ url: call.url, init: { ...call.init, headers: { ...call.init.headers } } });
    const response = responses[Math.min(calls.length, responses.length) - 1];
    if (response instanceof Error) throw response;
    if (typeof response === "function") return response(call);
    if (!response) throw new Error("the stub has no response");
    return response.clone();
  };
  return Object.assign(stub as typeof fetch, { calls });
}

/** A response with a JSON body. */
export function jsonResponse(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });
}

/** Never responds; ends only when its signal is aborted. */
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
