import { ApiError } from "../engine/api-error.ts";
import type { OutgoingResponse } from "../finalize-response.ts";
import type { HandleRequest, IncomingRequest } from "../handle-request.ts";
import type { LocalMock } from "../mock.ts";
import type { MockCore } from "../mock-core.ts";
import { isMockError } from "../mock-error.ts";
import consolePage from "./console.html";
import { type ControlRoute, createRoutes } from "./routes.ts";

const pageHeaders = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'self'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:",
};

/** Where the mock's own routes are. */
const controlPrefix = "/__mock";
/** A snapshot is as large as the state is. */
export const snapshotPath: string = `${controlPrefix}/snapshot`;

/**
 * Puts the mock's own routes before the API's. They are for the developer at this machine: pages of other origins
 * may not call them. `changed` is called after each route that may have changed something.
 */
export function createControl(mock: LocalMock, core: MockCore, changed: () => void): HandleRequest {
  const routes = Object.entries(createRoutes(mock, core)).map(([key, run]) => {
    const [method = "", path = ""] = key.split(" ");
    const pattern = new RegExp(`^${controlPrefix}${path.replace(":id", "(?<id>[^/]+)")}$`);
    return { method, pattern, run };
  });

  return async (call) => {
    if (!call.target.startsWith(controlPrefix)) return core.handleRequest(call);
    const { pathname, searchParams } = new URL(call.target, "http://mock.invalid");
    if (isFromAnotherSite(call)) return jsonResponse(403, { message: "Cross-origin calls to /__mock are not allowed" });
    if (pathname === controlPrefix && call.method === "GET") {
      return { status: 200, headers: pageHeaders, body: consolePage };
    }
    const matching = routes.filter(({ pattern }) => pattern.test(pathname));
    const route = matching.find(({ method }) => method === call.method);
    if (!route) return jsonResponse(matching.length > 0 ? 405 : 404, { message: "There is no such route" });
    if (call.bodyLimitBytes !== undefined) {
      return jsonResponse(413, { message: `The body is larger than ${call.bodyLimitBytes} bytes` });
    }
    const id = route.pattern.exec(pathname)?.groups?.id ?? "";
    const response = await run(route.run, call, searchParams, id);
    if (call.method !== "GET") changed();
    return response;
  };
}

async function run(
  route: ControlRoute,
  call: IncomingRequest,
  query: URLSearchParams,
  id: string,
): Promise<OutgoingResponse> {
  try {
    const result = await route({ query, body: readBody(call), id });
    return result === undefined ? { status: 204, headers: {}, body: "" } : jsonResponse(200, result);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError || error instanceof ApiError || isMockError(error)) {
      return jsonResponse(400, { message: error.message });
    }
    throw error;
  }
}

function readBody({ body }: IncomingRequest): Record<string, unknown> {
  if (!body || body.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(body.toString("utf8"));
  } catch {
    throw new TypeError("The body must be JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new TypeError("The body must be a JSON object");
  return value as Record<string, unknown>;
}

/** Browsers say where a request comes from (Fetch Metadata); tools do not. */
function isFromAnotherSite({ headers }: IncomingRequest): boolean {
  const site = headers["sec-fetch-site"];
  return site !== undefined && site !== "same-origin" && site !== "none";
}

function jsonResponse(status: number, body: unknown): OutgoingResponse {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
