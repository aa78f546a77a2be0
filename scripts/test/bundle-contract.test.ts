import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundleContract, type ContractBundle } from "../contract/bundle-contract.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "bundle-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function bundle(files: Readonly<Record<string, string>>): ContractBundle {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, "spec", file)), { recursive: true });
    writeFileSync(join(root, "spec", file), text);
  }
  return bundleContract(join(root, "spec/openapi.yaml"));
}

const ROOT = `
openapi: 3.1.0
paths:
  /a:
    $ref: paths/deep/a.yaml#/one
`;

const PATHS = `
one:
  get:
    parameters: &shared
      - name: id
        in: path
    responses:
      "200":
        content:
          application/json:
            schema: { $ref: ../../schemas/home.yaml#/Address }
          text/plain:
            schema: { $ref: "#/Local", description: Another. }
  put:
    parameters: *shared
    responses:
      "200":
        content:
          application/json:
            schema: { $ref: ../../schemas/office.yaml#/Address }
Local:
  type: object
  properties:
    again: { $ref: "#/Local" }
`;

const files = {
  "openapi.yaml": ROOT,
  "paths/deep/a.yaml": PATHS,
  "schemas/home.yaml": "Address: { type: string }",
  "schemas/office.yaml": "Address: { type: integer }",
};

const mediaTypes = ["paths", "/a", "get", "responses", "200", "content"];

function valueAt(document: unknown, path: readonly string[]): unknown {
  return path.reduce((node, step) => (node as Record<string, unknown>)[step], document);
}

describe("a bundled contract", () => {
  it("holds paths in their place and schemas under their names", () => {
    const { document, problems } = bundle(files);
    expect(problems).toEqual([]);
    expect(document.components).toEqual({
      schemas: {
        HomeAddress: { type: "string" },
        Local: { type: "object", properties: { again: { $ref: "#/components/schemas/Local" } } },
        OfficeAddress: { type: "integer" },
      },
    });
    expect(valueAt(document, mediaTypes)).toEqual({
      "application/json": { schema: { $ref: "#/components/schemas/HomeAddress" } },
      "text/plain": { schema: { $ref: "#/components/schemas/Local", description: "Another." } },
    });
  });

  it("names schemas in any order alike, by folder where the file does not tell them apart", () => {
    const schema = (file: string) =>
      `{ get: { requestBody: { content: { a/b: { schema: { $ref: ${file}#/Fee } } } } } }`;
    const [one, two] = ["one/fees.yaml", "two/fees.yaml"];
    const namesOf = (order: readonly string[]) => {
      const paths = order.map((file, index) => `  /${index}: ${schema(file)}`).join("\n");
      const fees = { [one ?? ""]: "Fee: { title: one }", [two ?? ""]: "Fee: { title: two }" };
      return (bundle({ "openapi.yaml": `paths:\n${paths}\n`, ...fees }).document.components as { schemas: object })
        .schemas;
    };
    const names = { OneFeesFee: { title: "one" }, TwoFeesFee: { title: "two" } };
    expect(namesOf(["one/fees.yaml", "two/fees.yaml"])).toEqual(names);
    expect(namesOf(["two/fees.yaml", "one/fees.yaml"])).toEqual(names);
  });

  it("takes the name that the contract gives a schema in its components", () => {
    const home = "components: { schemas: { Home: { $ref: schemas/home.yaml#/Address } } }\n";
    const { document } = bundle({ ...files, "openapi.yaml": ROOT + home });
    expect(Object.keys((document.components as { schemas: object }).schemas)).toEqual(["Address", "Home", "Local"]);
  });

  it("knows where everything is written, across references and aliases", () => {
    const { at } = bundle(files);
    expect(at(["paths", "/a"])).toEqual({ file: "spec/openapi.yaml", line: 4 });
    expect(at(["paths", "/a", "get"])).toEqual({ file: "spec/paths/deep/a.yaml", line: 3 });
    expect(at(["paths", "/a", "put", "parameters", 0, "in"])).toEqual({ file: "spec/paths/deep/a.yaml", line: 6 });
    expect(at([...mediaTypes, "application/json", "schema"])).toEqual({ file: "spec/paths/deep/a.yaml", line: 11 });
    expect(at([...mediaTypes, "application/json", "schema", "type"])).toEqual({
      file: "spec/schemas/home.yaml",
      line: 1,
    });
    expect(at([...mediaTypes, "text/plain", "schema", "properties", "again", "type"])).toEqual({
      file: "spec/paths/deep/a.yaml",
      line: 22,
    });
    expect(at(["components", "schemas", "OfficeAddress", "type"])).toEqual({
      file: "spec/schemas/office.yaml",
      line: 1,
    });
    expect(at(["components", "schemas", "Local"])).toEqual({ file: "spec/paths/deep/a.yaml", line: 21 });
  });

  it.each([
    [
      "a file that is not there",
      "schemas/home.yaml",
      "schemas/away.yaml",
      "spec/paths/deep/a.yaml:11: $ref leads nowhere",
    ],
    [
      "a schema that is not there",
      "home.yaml#/Address",
      "home.yaml#/Adress",
      "spec/paths/deep/a.yaml:11: $ref leads nowhere",
    ],
    ["a folder", "../../schemas/home.yaml#/Address", "../../schemas", "spec/paths/deep/a.yaml:11: $ref leads nowhere"],
    ["no YAML", "name: id", "name: [id", "spec/paths/deep/a.yaml:"],
    ["one key twice", "  put:", "  get:", "spec/paths/deep/a.yaml:14: duplicated mapping key"],
  ])("says where it refers to %s", (_title, from, to, expected) => {
    const { problems } = bundle({ ...files, "paths/deep/a.yaml": PATHS.replace(from, to) });
    expect(problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).join("\n")).toContain(expected);
  });

  it("says that there is none", () => {
    const problems = [{ file: "spec/openapi.yaml", line: 1, reason: "there is no contract in this file" }];
    expect(bundleContract(join(root, "spec/openapi.yaml")).problems).toEqual(problems);
    expect(bundle({ "openapi.yaml": "- paths" }).problems).toEqual(problems);
  });

  it("says where a path leads back to itself", () => {
    const { problems } = bundle({
      "openapi.yaml": "paths: { /a: { $ref: a.yaml#/a } }",
      "a.yaml": "a: { $ref: '#/a' }",
    });
    expect(problems).toEqual([{ file: "spec/openapi.yaml", line: 1, reason: "$ref leads nowhere: a.yaml#/a" }]);
  });
});
