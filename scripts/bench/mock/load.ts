import autocannon from "autocannon";

/** One kind of request. */
export interface LoadRequest {
  readonly name: "list" | "one" | "put";
  readonly method: "GET" | "PUT";
  readonly path: string;
  readonly body?: string;
}

/** What a load measured. */
export interface LoadResult {
  readonly responses: number;
  readonly perSecond: number;
  readonly p99Ms: number;
}

const cards = "/v3/spend/profiles/123456/cards";
const card = `${cards}/ca0c8154-1e14-4464-a1ce-dcea7dc3de52`;

/** The three requests that are compared. */
export const loadRequests: readonly LoadRequest[] = [
  { name: "list", method: "GET", path: cards },
  { name: "one", method: "GET", path: card },
  { name: "put", method: "PUT", path: `${card}/status`, body: '{"status":"FROZEN"}' },
];

/** Sends one kind of request over 16 connections for a while. @throws Error unless every response is a 200 */
export async function load(url: string, request: LoadRequest, seconds: number): Promise<LoadResult> {
  const result = await autocannon({
    url: url + request.path,
    method: request.method,
    connections: 16,
    duration: seconds,
    headers: { authorization: "Bearer bench", "content-type": "application/json" },
    ...(request.body !== undefined && { body: request.body }),
  });
  if (result.non2xx > 0 || result.errors > 0 || result["2xx"] === 0) {
    throw new Error(
      `${request.name}: ${result["2xx"]} good, ${result.non2xx} other responses, ${result.errors} errors`,
    );
  }
  return { responses: result["2xx"], perSecond: result.requests.average, p99Ms: result.latency.p99 };
}
