import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../checks/command.ts";

const FOLDER = join(ROOT, "spec/examples");

/** A documented example of a value: of a response of an operation, or of a schema. */
export type PayloadExample = ExampleFile & { omissions?: Omission[] } & (
    | { operationId: string; status: string }
    | { schema: string }
  );

/** Something that the source leaves out of an example, and that its own contract requires. */
export interface Omission {
  /** Where in the example. */
  pointer: string;
  /** The properties that are missing there. */
  missing: string[];
  reason: string;
}

/** A documented example of a request. */
export interface RequestExample extends ExampleFile {
  operationId: string;
  /** What is not as the source has it, and why. */
  mended?: string[];
}

interface ExampleFile {
  /** File below `spec/examples`. */
  file: string;
  /** The source's key in `spec/provenance.md`. */
  source: string;
}

/** What a file of `spec/examples/requests` holds: a request as its source shows it, placeholders included. */
export interface DocumentedRequest {
  method: string;
  path: string;
  query?: Record<string, string>;
  headers: Record<string, string>;
  body?: unknown;
}

/** Every documented example that is kept. */
export async function documentedExamples(): Promise<{ payloads: PayloadExample[]; requests: RequestExample[] }> {
  return JSON.parse(await readFile(join(FOLDER, "index.json"), "utf8"));
}

/** The content of an example file. */
export async function exampleContent<Content = unknown>({ file }: Pick<ExampleFile, "file">): Promise<Content> {
  return JSON.parse(await readFile(join(FOLDER, file), "utf8"));
}
