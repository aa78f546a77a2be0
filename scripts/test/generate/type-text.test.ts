import { describe, expect, it } from "vitest";
import type { ContractDocument, Schema } from "../../generate/contract-document.ts";
import { createTypeText } from "../../generate/type-text.ts";

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const text: Schema = { type: "string" };
const object = (properties: Record<string, Schema>, required: string[] = []): Schema => ({
  type: "object",
  properties,
  required,
});

const schemas = {
  Base: object({ a: text, b: text }, ["a"]),
  Extended: { allOf: [ref("Base"), { required: ["b"] }] },
};
const typeText = createTypeText({ components: { schemas } } as unknown as ContractDocument);

describe("the type of", () => {
  it.each<[string, Schema, string]>([
    ["a schema with a name", ref("Base"), "Base"],
    ["an integer", { type: "integer" }, "number"],
    ["several types", { type: ["string", "integer", "null"] }, "string | number | null"],
    ["nothing in particular", {}, "unknown"],
    ["a constant", { const: "a" }, '"a"'],
    ["an enum", { type: "string", enum: ["a", "b"] }, '"a" | "b"'],
    ["an enum or null", { type: ["string", "null"], enum: ["a"] }, '"a" | null'],
    ["an open enum", { type: "string", enum: ["a"], "x-open-enum": true }, '"a" | (string & {})'],
    [
      "an array of an open enum",
      { type: "array", items: { type: "string", enum: ["a"], "x-open-enum": true } },
      '("a" | (string & {}))[]',
    ],
    ["an array of several types", { type: "array", items: { type: ["string", "null"] } }, "(string | null)[]"],
    ["an array of schemas with a name", { type: "array", items: ref("Base") }, "Base[]"],
    ["an object", object({ "a-b": text, c: text }, ["c"]), '{ "a-b"?: string; c: string }'],
    ["an object whose text looks like its end", object({ a: { const: "; }" } }), '{ a?: "; }" }'],
    ["an object or null", { ...object({ a: text }), type: ["object", "null"] }, "{ a?: string } | null"],
    ["a free-form object", { type: "object" }, "Record<string, unknown>"],
    ["a map", { type: "object", additionalProperties: { type: "integer" } }, "{ [key: string]: number }"],
    [
      "fields and a map",
      { ...object({ a: text }, ["a"]), additionalProperties: { type: "string" } },
      "{ a: string } & { [key: string]: string }",
    ],
    ["allOf", { allOf: [ref("Base"), object({ c: text }, ["c"])] }, "Base & { c: string }"],
    ["allOf that requires", { allOf: [ref("Base"), { required: ["b"] }] }, 'Base & Required<Pick<Base, "b">>'],
    [
      "allOf that requires what a part has from another",
      { allOf: [ref("Extended"), object({ c: text })], required: ["b", "c"] },
      '(Extended & Required<Pick<Extended, "b">>) & { c: string }',
    ],
    ["fields beside allOf", { ...object({ c: text }), allOf: [ref("Base")] }, "{ c?: string } & Base"],
    [
      "fields beside oneOf",
      { ...object({ c: text }), oneOf: [ref("Base"), ref("Extended")] },
      "{ c?: string } & (Base | Extended)",
    ],
    ["oneOf in allOf", { allOf: [ref("Base"), { oneOf: [text, { type: "null" }] }] }, "Base & (string | null)"],
    [
      "a property with a default, which may be left out",
      object({ a: { type: "string", default: "b" } }),
      "{ a?: string }",
    ],
    ["a file", { type: "string", format: "binary" }, "Blob"],
    ["files", { type: "array", items: { type: "string", contentMediaType: "image/png" } }, "Blob[]"],
    ["text in base64", { type: "string", contentMediaType: "image/png", contentEncoding: "base64" }, "string"],
  ])("%s", (_title, schema, expected) => {
    expect(typeText(schema)).toBe(expected);
  });

  it("a long object stands on several lines, indented like the first, without comments", () => {
    const long = object(
      { aLongNameOfAField: { ...text, description: "Not said here." }, anotherLongNameOfAField: text },
      ["aLongNameOfAField"],
    );
    expect(typeText({ type: "array", items: long }, "    ".repeat(10))).toBe(
      `{
        aLongNameOfAField: string;
        anotherLongNameOfAField?: string;
    }[]`
        .replaceAll("\n    ", `\n${"    ".repeat(10)}`)
        .replaceAll("        a", "      a"),
    );
  });
});
