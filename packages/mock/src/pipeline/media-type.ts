import type { Content } from "../contract/response.ts";

export const formMediaType = "application/x-www-form-urlencoded";
export const multipartMediaType = "multipart/form-data";

/** The media type of a Content-Type header without its parameters, in lower case. */
export function mediaTypeOf(contentType: string | undefined): string | undefined {
  if (!contentType) return undefined;
  const end = contentType.indexOf(";");
  const essence = (end === -1 ? contentType : contentType.slice(0, end)).trim().toLowerCase();
  return essence === "" ? undefined : essence;
}

/** Whether a body of this media type is a JSON value. A JOSE body is the compact text, although its name ends in +json. */
export function isJson(mediaType: string | undefined): boolean {
  if (mediaType === undefined || mediaType === "application/jose+json") return false;
  return mediaType === "application/json" || mediaType.endsWith("+json");
}

const textMediaTypes = /^(text\/|application\/(x-www-form-urlencoded|jose|xml|x-ndjson|graphql)(\+json)?$)|\+xml$/;

/** Whether a body of this media type is text, and not JSON. Without a media type it is text. */
export function isText(mediaType: string | undefined): boolean {
  return mediaType === undefined || textMediaTypes.test(mediaType);
}

/**
 * The entry for a media type: the same one, or one that matches it. The contract may use wildcards, and where it says plain
 * JSON a structured suffix is ignored: Prism's rules.
 */
export function findContent(contents: readonly Content[], mediaType: string | undefined): Content | undefined {
  if (!mediaType) return undefined;
  return (
    contents.find((content) => content.mediaType === mediaType) ??
    contents.find((content) => matches(mediaType, content.mediaType))
  );
}

function matches(received: string, declared: string): boolean {
  if (received === declared) return true;
  const [receivedType, receivedSubtype] = parts(received);
  const [declaredType, declaredSubtype] = parts(mediaTypeOf(declared) ?? "");
  return (
    (declaredType === "*" || declaredType === receivedType) &&
    (declaredSubtype === "*" ||
      declaredSubtype === receivedSubtype ||
      declaredSubtype === withoutSuffix(receivedSubtype))
  );
}

function parts(mediaType: string): [string, string] {
  const [type = "", subtype = ""] = mediaType.split("/");
  return [type, subtype];
}

function withoutSuffix(subtype: string): string {
  return subtype.slice(subtype.indexOf("+") + 1);
}
