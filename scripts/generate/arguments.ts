import type { OperationObject, Parameter, PathItem, Reference, RequestBody, Schema } from "./contract-document.ts";
import type { ArgumentModel, AuthModel, BodyModel, BodyVariant, OptionHeader } from "./model.ts";
import { sensitivities } from "./request-model.ts";
import type { Review, SourcePath } from "./review.ts";

/** Everything that travels with a call: arguments side by side, and headers set through options. */
export interface CallInput {
  readonly arguments: readonly ArgumentModel[];
  readonly bodyVariants: readonly BodyVariant[];
  readonly body: BodyModel;
  readonly options: readonly OptionHeader[];
}

const camelCase = /^[a-z][A-Za-z0-9]*$/;
const bodyTypes = { "application/json": "json", "application/x-www-form-urlencoded": "form" } as const;

export function readCallInput(
  review: Review,
  path: SourcePath,
  item: PathItem,
  operation: OperationObject,
  auth: AuthModel,
): CallInput {
  const placed: { argument: ArgumentModel; at: SourcePath }[] = [];
  const options: OptionHeader[] = [];
  const credentials =
    auth.kind === "basic"
      ? ([
          [auth.user, false],
          [auth.password, true],
        ] as const)
      : [];
  for (const [name, secret] of credentials) {
    placed.push({ argument: credentialArgument(name, secret), at: [...path, "security"] });
  }
  const sources = [
    { list: item.parameters ?? [], at: [...path.slice(0, -1), "parameters"] },
    { list: operation.parameters ?? [], at: [...path, "parameters"] },
  ];
  for (const source of sources) {
    source.list.forEach((entry, index) => {
      const at = [...source.at, index];
      const parameter = review.contract.resolve<Parameter>(entry as Parameter | Reference);
      if (parameter["x-sdk-option"] !== undefined) {
        options.push(optionHeader(review, parameter));
        return;
      }
      const argument = parameterArgument(review, at, parameter);
      if (argument) placed.push({ argument, at });
    });
  }
  const body = readBody(review, [...path, "requestBody"], operation.requestBody);
  placed.push(...body.placed);
  stopOnCollisions(review, placed);
  const inOrder = placed.map((entry) => entry.argument);
  return { arguments: inOrder, bodyVariants: body.variants, body: body.body, options };
}

const unmarked = { replacedBy: undefined, assumption: undefined, explode: undefined, isIdempotencyKey: false };

function optionHeader(review: Review, parameter: Parameter): OptionHeader {
  return {
    name: String(parameter["x-sdk-option"]),
    wireName: parameter.name.toLowerCase(),
    description: parameter.description ?? review.contract.resolve(parameter.schema).description,
    sensitive: sensitivities.find((value) => value === parameter["x-sensitive"]),
    schema: parameter.schema,
    isIdempotencyKey: false,
  };
}

function credentialArgument(name: string, secret: boolean): ArgumentModel {
  const schema: Schema = { type: "string", "x-sensitive": secret ? "token" : "none" };
  const description = secret ? "The client's secret, sent by HTTP Basic." : "The client's id, sent by HTTP Basic.";
  return {
    name,
    wireName: name,
    in: "credentials",
    required: true,
    deprecated: false,
    description,
    sensitive: undefined,
    schema,
    ...unmarked,
  };
}

function parameterArgument(review: Review, at: SourcePath, parameter: Parameter): ArgumentModel | undefined {
  if (parameter.in === "cookie") {
    review.stop(at, `the cookie parameter ${parameter.name} has no place in a call`);
    return undefined;
  }
  const sdkName = parameter["x-sdk-argument"];
  if (parameter.in === "header" && sdkName === undefined) {
    review.stop(at, `the header ${parameter.name} needs x-sdk-argument or x-sdk-option`);
    return undefined;
  }
  const name = sdkName === undefined ? parameter.name : String(sdkName);
  if (sdkName !== undefined && !camelCase.test(name)) {
    review.stop([...at, "x-sdk-argument"], `x-sdk-argument must be camelCase, not ${JSON.stringify(sdkName)}`);
  }
  return {
    name,
    wireName: parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name,
    in: parameter.in,
    required: parameter.required === true,
    deprecated: parameter.deprecated === true,
    description: parameter.description ?? review.contract.resolve(parameter.schema).description,
    sensitive: sensitivities.find((value) => value === parameter["x-sensitive"]),
    schema: parameter.schema,
    ...unmarked,
  };
}

interface Placed {
  readonly argument: ArgumentModel;
  readonly at: SourcePath;
}

function readBody(review: Review, path: SourcePath, entry: RequestBody | Reference | undefined) {
  const none: BodyModel = { kind: "none" };
  const nothing = { placed: [] as Placed[], variants: [] as BodyVariant[], body: none };
  if (!entry) return nothing;
  const body = review.contract.resolve<RequestBody>(entry);
  const mediaType = Object.keys(body.content)[0] ?? "";
  if (!(mediaType in bodyTypes) || Object.keys(body.content).length !== 1) {
    review.stop([...path, "content"], `a body is either ${Object.keys(bodyTypes).join(" or ")}`);
    return nothing;
  }
  const kind = bodyTypes[mediaType as keyof typeof bodyTypes];
  const at = [...path, "content", mediaType, "schema"];
  const outer = body.content[mediaType]?.schema ?? {};
  const schema = review.contract.resolve<Schema>(outer);
  const facts = { mediaType, required: body.required === true, schema: outer };
  const read: BodyModel = kind === "json" ? { kind, shape: "fields", ...facts } : { kind, ...facts };
  if (!schema.oneOf) return { placed: fieldsOf(review, at, schema), variants: [], body: read };

  const branches = schema.oneOf.map((branch, index) => ({
    schema: branch,
    fields: fieldsOf(review, [...at, "oneOf", index], review.contract.resolve<Schema>(branch)),
  }));
  const variants = branches.map((branch) => ({
    schema: branch.schema,
    arguments: branch.fields.map((field) => field.argument),
  }));
  return { placed: mergeBranches(branches.map((branch) => branch.fields)), variants, body: read };
}

/** The fields of all branches; only what every branch requires is required. */
function mergeBranches(branches: readonly (readonly Placed[])[]): Placed[] {
  const merged = new Map<string, Placed>();
  for (const field of branches.flat()) {
    if (merged.has(field.argument.name)) continue;
    const required = branches.every((fields) =>
      fields.some(({ argument }) => argument.name === field.argument.name && argument.required),
    );
    merged.set(field.argument.name, { ...field, argument: { ...field.argument, required } });
  }
  return [...merged.values()];
}

function fieldsOf(review: Review, at: SourcePath, schema: Schema): Placed[] {
  const parts = (schema.allOf ?? []).flatMap((part, index) =>
    fieldsOf(review, [...at, "allOf", index], review.contract.resolve<Schema>(part)),
  );
  if (!schema.properties && parts.length === 0) {
    if (schema.type !== "object") review.stop(at, "a body must be an object, so that its fields can be arguments");
    return parts;
  }
  const own = Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    at: [...at, "properties", name],
    argument: {
      name,
      wireName: name,
      in: "body" as const,
      required: schema.required?.includes(name) === true,
      deprecated: property.deprecated === true,
      description: property.description ?? review.contract.resolve(property).description,
      sensitive: undefined,
      schema: property,
      ...unmarked,
    },
  }));
  return [...parts, ...own];
}

function stopOnCollisions(review: Review, placed: readonly Placed[]): void {
  const seen = new Map<string, Placed>();
  for (const entry of placed) {
    const first = seen.get(entry.argument.name);
    if (first) {
      const { file, line } = review.contract.at(first.at);
      const reason = `the ${entry.argument.in} argument ${entry.argument.name} collides with the ${first.argument.in} argument at ${file}:${line}`;
      review.stop(entry.at, reason);
    } else seen.set(entry.argument.name, entry);
  }
}
