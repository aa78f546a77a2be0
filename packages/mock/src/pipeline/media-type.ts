import type { Content } from "../contract/operation.ts";

/** The media type of a Content-Type header without its parameters, in lower case. */
export function mediaTypeOf(contentType: string | undefined): string | undefined {
  if (!contentType) return undefined;
  const end = contentType.indexOf(";");
  const essence = (end === -1 ? contentType : contentType.slice(0, end)).trim().toLowerCase();
  return essence === "" ? undefined : essence;
}

/** The entry for a media type. A structured suffix is ignored and the contract may use wildcards: Prism's rules. */
export function findContent(contents: readonly Content[], mediaType: string | undefined): Content | undefined {
  if (!mediaType) return undefined;
  return contents.find((content) => matches(mediaType, content.mediaType));
}

function matches(received: string, declared: string): boolean {
  if (received === declared) return true;
  const [receivedType, receivedSubtype] = parts(received);
  const [declaredType, declaredSubtype] = parts(mediaTypeOf(declared) ?? "");
  return (
    (declaredType === "*" || declaredType === receivedType) &&
    (declaredSubtype === "*" || declaredSubtype === receivedSubtype)
  );
}

function parts(mediaType: string): [string, string] {
  const [type = "", subtype = ""] = mediaType.split("/");
  return [type, subtype.slice(subtype.indexOf("+") + 1)];
}
