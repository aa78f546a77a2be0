import { MockError } from "../mock-error.ts";

/**
 * Reads an OpenAPI document from a file, JSON or YAML, with the files it refers to.
 * @throws MockError `ERR_MOCK_CONTRACT_UNREADABLE`
 */
export async function loadContract(path: string): Promise<object> {
  const { default: module } = await import("@stoplight/json-schema-ref-parser");
  try {
    const document: unknown = await new module().bundle(path);
    if (typeof document === "object" && document !== null && "openapi" in document) return document;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MockError("ERR_MOCK_CONTRACT_UNREADABLE", `The contract ${path} cannot be read: ${reason}`, { cause });
  }
  throw new MockError("ERR_MOCK_CONTRACT_UNREADABLE", `${path} is not an OpenAPI 3 document.`);
}
