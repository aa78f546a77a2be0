import { isJson } from "./media-type.ts";

/** A page with nothing on it (ISO 32000-1). Readers rebuild the table of offsets that it does without. */
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

/** An archive with nothing in it: its end record alone (APPNOTE.TXT 4.3.16). */
const zip = Buffer.from(`504b0506${"00".repeat(18)}`, "hex");

/** One grey pixel. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
  "base64",
);

/** A body of a media type for which the contract has neither an example nor a schema that makes one. */
export function sampleBody(mediaType: string): unknown {
  if (isJson(mediaType)) return {};
  if (mediaType === "application/pdf") return Buffer.from(pdf);
  if (mediaType === "image/png") return png;
  if (/\bzip$|officedocument/.test(mediaType)) return zip;
  if (/\bxml$/.test(mediaType)) return Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<sample/>\n');
  return Buffer.from(`A sample of ${mediaType}\n`);
}
