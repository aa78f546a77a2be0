import type { ContractView } from "../contract-view.ts";
import { contentSchemas, isConstant, isJson, isOption, type Operation } from "../operation-view.ts";
import type { Place } from "../places.ts";
import { CAMEL_CASE, type CrossCheck, type Extension, type Finding, TRUE } from "./extension.ts";

/** Headers that are neither an argument nor an option nor constant. */
function namelessHeaders(view: ContractView): Place[] {
  return view.operations.flatMap(({ parameters }) =>
    parameters.filter(
      (parameter) =>
        parameter.node.in === "header" &&
        parameter.node["x-sdk-argument"] === undefined &&
        !isOption(parameter) &&
        !isConstant(view, parameter),
    ),
  );
}

/** Bodies that are no object with fields, so that they have to be an argument as a whole. */
function namelessBodies(view: ContractView): Place[] {
  return view.operations.flatMap(({ body }) => {
    if (!body || body.node["x-sdk-argument"] !== undefined) return [];
    return view.properties([...contentSchemas(view, body).values()][0]).size === 0 ? [body] : [];
  });
}

const oneWayOnly: CrossCheck = (view) =>
  view.operations.flatMap(({ parameters }) =>
    parameters.flatMap((parameter) => {
      const ways = ["x-sdk-argument", "x-sdk-option", "x-idempotency-key"].filter((name) => parameter.node[name]);
      if (isConstant(view, parameter)) ways.push("a constant value");
      if (ways.length < 2) return [];
      const reason = `${parameter.node.name} has both ${ways.join(" and ")}; one of them is enough`;
      return [{ path: [...parameter.path, ways[0] as string], reason }];
    }),
  );

/** Properties with this extension that are no field of a request body. */
function outsideOfBodies(view: ContractView, extension: string): Finding[] {
  const fields = view.operations.flatMap(({ body }) =>
    [...contentSchemas(view, body).values()].flatMap((schema) => [...view.properties(schema).values()]),
  );
  const known = new Set(fields.flatMap(({ written, node }) => [written, node]));
  return view.nodes
    .filter(({ kind, node }) => kind === "property" && node[extension] !== undefined && !known.has(node))
    .map(({ path }) => ({ path: [...path, extension], reason: `${extension} belongs on a field of a request body` }));
}

const optionsAreHeaders: CrossCheck = (view) => {
  const wireNames = new Map<unknown, string>();
  return view.operations.flatMap(({ parameters }) =>
    parameters.flatMap(({ node, path }): Finding[] => {
      const option = node["x-sdk-option"];
      if (option === undefined) return [];
      const wireName = String(node.name).toLowerCase();
      const known = wireNames.get(option) ?? wireName;
      wireNames.set(option, known);
      const at = [...path, "x-sdk-option"];
      if (node.in !== "header") return [{ path: at, reason: "x-sdk-option belongs on a header" }];
      if (node.required) return [{ path: at, reason: `${node.name} is required, and an option may be left out` }];
      if (option === "idempotencyKey")
        return [{ path: at, reason: "idempotencyKey is the option of x-idempotency-key" }];
      if (known === wireName) return [];
      return [{ path: at, reason: `the option ${option} is the header ${known} elsewhere, ${wireName} here` }];
    }),
  );
};

/** The idempotency keys of an operation: headers, and fields of a JSON body. */
function keysOf(view: ContractView, { parameters, body }: Operation): Set<string> {
  const isKey = (place: Place) => view.said(place, "x-idempotency-key") !== undefined;
  const headers = parameters.filter(isKey).map(({ node }) => `the header ${node.name}`);
  const json = [...contentSchemas(view, body)].filter(([mediaType]) => isJson(mediaType));
  const fields = json.flatMap(([, schema]) => [...view.properties(schema)].filter(([, property]) => isKey(property)));
  return new Set([...headers, ...fields.map(([name]) => `the field ${name}`)]);
}

const oneKeyEach: CrossCheck = (view) =>
  view.operations.flatMap((operation) => {
    const keys = [...keysOf(view, operation)];
    const isKeyed = operation.node["x-retry"] === "keyed";
    const path = [...operation.path, "x-retry"];
    if (isKeyed && keys.length !== 1) {
      const found = keys.length === 0 ? "there is none" : `there are ${keys.join(" and ")}`;
      return [{ path, reason: `x-retry: keyed needs one parameter or field with x-idempotency-key; ${found}` }];
    }
    if (isKeyed || keys.length === 0) return [];
    return [{ path, reason: `x-retry must be keyed, since ${keys.join(" and ")} is an idempotency key` }];
  });

const keysAreHeaders: CrossCheck = (view) => [
  ...view.operations.flatMap(({ parameters }) =>
    parameters
      .filter(({ node }) => node["x-idempotency-key"] !== undefined && node.in !== "header")
      .map(({ path }) => ({
        path: [...path, "x-idempotency-key"],
        reason: "x-idempotency-key belongs on a header or on a field of a JSON body",
      })),
  ),
  ...outsideOfBodies(view, "x-idempotency-key"),
];

/** Extensions of what a call is given. */
export const argumentRows: readonly Extension[] = [
  {
    name: "x-sdk-argument",
    places: ["parameter", "property", "requestBody"],
    value: CAMEL_CASE,
    expected: "a name in camelCase",
    demand: {
      where: "a header that is neither an option nor constant; a request body that is no object with fields",
      missing: (view) => [...namelessHeaders(view), ...namelessBodies(view)],
      reason:
        "a header needs x-sdk-argument, x-sdk-option, x-idempotency-key, or a constant value and required: true; a request body without fields needs x-sdk-argument",
    },
    checks: [oneWayOnly, (view) => outsideOfBodies(view, "x-sdk-argument")],
    meaning:
      "The name of the argument in the SDK, where the wire's name will not do. On a request body the whole body is one argument. Other parameters and body fields keep the wire's name. A required header with a `const` needs no name: the client sends it, and no caller sees it.",
    readers: ["client", "react", "mock"],
  },
  {
    name: "x-sdk-option",
    places: ["parameter"],
    value: CAMEL_CASE,
    expected: "a name in camelCase",
    checks: [optionsAreHeaders],
    meaning:
      "The header is set by an option of the call under this name, not by an argument. One option is one header.",
    readers: ["client"],
  },
  {
    name: "x-idempotency-key",
    places: ["parameter", "property"],
    value: TRUE,
    expected: "`true`",
    checks: [oneKeyEach, keysAreHeaders],
    meaning:
      "Requests with the same key are processed once. A header becomes the option `idempotencyKey`, which the client makes once per call and keeps for all attempts. A body field stays an argument, optional even if the body requires it: the client fills it in where the caller has not.",
    readers: ["client", "react", "mock"],
  },
];
