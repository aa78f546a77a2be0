/** What a media type says of a body. `text` is delivered as a string, `other` as a file. */
export type MediaKind = "json" | "jose" | "form" | "multipart" | "text" | "other";

/** Tells kinds of media types apart by their names alone; parameters such as `charset` do not count. */
export function mediaKind(mediaType: string): MediaKind {
  const [name = ""] = mediaType.toLowerCase().split(";");
  const plain = name.trim();
  if (plain === "application/jose") return "jose";
  if (plain === "application/jose+json") return "text";
  if (/^application\/([\w.-]+\+)?json$/.test(plain)) return "json";
  if (plain === "application/x-www-form-urlencoded") return "form";
  if (plain === "multipart/form-data") return "multipart";
  return plain === "text/plain" ? "text" : "other";
}
