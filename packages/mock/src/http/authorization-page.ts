import type { OpenApiDocument } from "../contract/document.ts";
import type { MockContext } from "../engine/context.ts";
import type { OutgoingResponse } from "../finalize-response.ts";
import { parseTarget } from "./parse-request.ts";

/** Plays the page where a user lets an application act for them. Undefined if the request is for something else. */
export type AuthorizationPage = (request: {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
}) => OutgoingResponse | undefined;

/**
 * The page stands where the contract says (`x-authorization-url`). The user agrees at once: the browser is sent back with a
 * code that works once, the profile, and `state` as it came.
 */
export function createAuthorizationPage(document: OpenApiDocument, context: MockContext): AuthorizationPage {
  const paths = new Set((document.servers ?? []).flatMap((server) => pathOf(server["x-authorization-url"])));
  return ({ method, target }) => {
    const { path } = parseTarget(target);
    if (method !== "GET" || !paths.has(withoutSlash(path))) return undefined;
    const asked = new URL(target, "http://mock").searchParams;
    const redirectUri = asked.get("redirect_uri") ?? "";
    if (!asked.get("client_id") || !URL.canParse(redirectUri)) {
      return { status: 400, headers: plainText, body: "client_id and redirect_uri are required" };
    }
    const back = new URL(redirectUri);
    back.searchParams.set("code", context.random.identifiers.uuid());
    const [profileId] = context.state.profiles.keys();
    if (profileId !== undefined) back.searchParams.set("profileId", String(profileId));
    const state = asked.get("state");
    if (state !== null) back.searchParams.set("state", state);
    return { status: 302, headers: { location: back.href }, body: "" };
  };
}

const plainText = { "content-type": "text/plain" };

function pathOf(address: unknown): string[] {
  return typeof address === "string" && URL.canParse(address) ? [withoutSlash(new URL(address).pathname)] : [];
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, "");
}
