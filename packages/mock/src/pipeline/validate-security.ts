import type { SecurityScheme } from "../contract/document.ts";
import type { Operation } from "../contract/operation.ts";
import { type Diagnostic, type Diagnostics, type Either, left, right } from "./diagnostic.ts";
import type { PipelineRequest } from "./request.ts";

/**
 * Prism's `validateSecurity` component: do the headers carry credentials of a wanted scheme? Whether they are good is
 * the state engine's business.
 */
export function validateSecurity({
  resource,
  element,
}: {
  resource: Operation;
  element: PipelineRequest;
}): Either<Diagnostics, PipelineRequest> {
  const challenges: string[] = [];
  for (const alternative of resource.security) {
    const unmet = alternative.filter((scheme) => !isMet(scheme, element));
    if (unmet.length === 0 && (alternative.length > 0 || element.headers.authorization === undefined)) {
      return right(element);
    }
    challenges.push(...unmet.map(challengeOf));
  }
  return resource.security.length === 0 ? right(element) : left([unauthorised(challenges)]);
}

function isMet(scheme: SecurityScheme, request: PipelineRequest): boolean {
  const authorization = request.headers.authorization ?? "";
  if (scheme.type === "http" && scheme.scheme === "basic") return isBasic(authorization);
  if (scheme.type === "http" && scheme.scheme !== "bearer") return false;
  if (scheme.type === "apiKey") return hasApiKey(scheme, request);
  // The names of schemes are case-insensitive (RFC 9110 section 11.1).
  return /^bearer\s.+$/i.test(authorization);
}

function isBasic(authorization: string): boolean {
  const [scheme = "", credentials = ""] = authorization.split(" ");
  return scheme.toLowerCase() === "basic" && Buffer.from(credentials, "base64").toString().split(":").length === 2;
}

function hasApiKey({ name = "", in: place }: SecurityScheme, request: PipelineRequest): boolean {
  if (place === "header") return Boolean(request.headers[name.toLowerCase()]);
  if (place === "query") return Boolean(request.url.query?.[name]);
  const cookies = (request.headers.cookie ?? "").split(/;\s*/);
  return cookies.some((cookie) => cookie.startsWith(`${name}=`) && cookie.length > name.length + 1);
}

function challengeOf(scheme: SecurityScheme): string {
  return scheme.type === "http" && scheme.scheme === "basic" ? 'Basic realm="*"' : "Bearer";
}

function unauthorised(challenges: string[]): Diagnostic {
  const message = `must carry credentials; schemes are ${[...new Set(challenges)].join(", ")}`;
  return { path: ["header", "authorization"], severity: 0, code: 401, message, tags: challenges };
}
