import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A field, an argument, or an entry of an object. */
export interface ListedField {
  readonly name: string;
  /** `string`, `int`, `number`, `boolean`, `object`, `file`, or the name of a schema of the list. */
  readonly type: string;
  readonly isList: boolean;
  readonly isRequired: boolean;
}

/** One line of the list. */
export interface ListedOperation {
  readonly sdkName: string;
  readonly method: string;
  readonly path: string;
  readonly auth: "user" | "application" | "either" | "none";
  readonly isChallenged: boolean;
  readonly retry: "read" | "idempotent" | "never" | "keyed";
  /** Name of the header or body field that is the idempotency key. */
  readonly key: string | undefined;
  /** Query parameters, and header parameters, which begin with a capital. */
  readonly parameters: readonly ListedField[];
  readonly body: {
    readonly kind: "none" | "json" | "map" | "jose" | "multipart" | "merge" | "list";
    readonly fields: readonly ListedField[];
  };
  readonly response: ListedResponse;
  /** Page style, and what else it needs to be told. */
  readonly pages: readonly string[];
}

export type ListedResponse =
  | { readonly kind: "none" | "object" | "pdf" | "text" | "jose" }
  | { readonly kind: "schema"; readonly name: string; readonly isList: boolean }
  | { readonly kind: "fields"; readonly fields: readonly ListedField[] };

export interface OperationList {
  readonly schemas: ReadonlyMap<string, readonly ListedField[]>;
  readonly operations: readonly ListedOperation[];
}

/** Reads `operations.txt`, whose head says how it is written. */
export async function readOperationList(): Promise<OperationList> {
  const text = await readFile(join(import.meta.dirname, "operations.txt"), "utf8");
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const isSchema = (line: string): boolean => line.startsWith("schema ");
  return {
    schemas: new Map(lines.filter(isSchema).map(readSchema)),
    operations: lines.filter((line) => !isSchema(line)).map(readOperation),
  };
}

function readSchema(line: string): [string, readonly ListedField[]] {
  const [, name = "", fields = ""] = /^schema (\w+): (.*)$/.exec(line) ?? [];
  return [name, readFields(fields)];
}

function readOperation(line: string): ListedOperation {
  const cells = line.split("|").map((cell) => cell.trim());
  const [sdkName = "", call = "", access = "", repeat = "", parameters = "", body = "", outcome = ""] = cells;
  if (cells.length !== 7) throw new Error(`operations.txt: ${sdkName} has ${cells.length} columns, not 7`);
  const [method = "", path = ""] = call.split(" ");
  const [response = "", pages = ""] = outcome.split("~").map((part) => part.trim());
  const isKey = !["read", "idempotent", "never"].includes(repeat);
  return {
    sdkName,
    method: method.toLowerCase(),
    path,
    auth: access.replace("+sca", "") as ListedOperation["auth"],
    isChallenged: access.endsWith("+sca"),
    retry: isKey ? "keyed" : (repeat as ListedOperation["retry"]),
    key: isKey ? repeat : undefined,
    parameters: readFields(parameters),
    body: readBody(body),
    response: readResponse(response),
    pages: pages.split(" ").filter(Boolean),
  };
}

function readFields(text: string): ListedField[] {
  return text
    .split(" ")
    .filter(Boolean)
    .map((word) => {
      const [, name = "", star, type = "string", list] = /^([\w-]+)(\*)?(?::(\w+))?(\[\])?$/.exec(word) ?? [];
      if (name === "") throw new Error(`operations.txt: ${word} is no field`);
      return { name, type, isList: list !== undefined, isRequired: star !== undefined };
    });
}

function readBody(text: string): ListedOperation["body"] {
  if (text === "") return { kind: "none", fields: [] };
  const [, kind = "json", fields = ""] = /^(?:(map|jose|multipart|merge|list)\b)?(.*)$/.exec(text) ?? [];
  return { kind: kind as ListedOperation["body"]["kind"], fields: readFields(fields) };
}

function readResponse(text: string): ListedResponse {
  if (text === "-") return { kind: "none" };
  if (text === "object" || text === "pdf" || text === "text" || text === "jose") return { kind: text };
  const [, fields] = /^\{(.*)\}$/.exec(text) ?? [];
  if (fields !== undefined) return { kind: "fields", fields: readFields(fields) };
  return { kind: "schema", name: text.replace("[]", ""), isList: text.endsWith("[]") };
}
