import type { Oas3Rule, UserContext } from "@redocly/openapi-core";
import {
  bodySchemas,
  children,
  follow,
  isStringList,
  operationVisit,
  type Place,
  parametersOf,
  schemasBelow,
} from "./contract-node.ts";
import { factsOf } from "./fact-rule.ts";

/** What every operation has: correlation id, trace id, and the errors that any call can meet. */
export const operationFrame: Oas3Rule = () => ({
  PathItem: {
    Operation(node, context, parents) {
      const visit = operationVisit(node, context, parents);
      const missing = (message: string): void => context.report({ message, location: context.location.key() });
      const options = parametersOf(context, visit).map((parameter) => parameter.node["x-sdk-option"]);
      if (!options.includes("correlationId")) missing("The parameter with `x-sdk-option: correlationId` is missing.");
      const responses = children(context, visit.operation, "responses");
      for (const status of ["401", "429"].filter((code) => !responses.has(code)))
        missing(`The answer ${status} is missing.`);
      if (![...responses.keys()].some((status) => status.startsWith("5"))) missing("An answer 5xx is missing.");
      for (const response of responses.values()) demandFacts(context, response);
      demandRetryAfter(context, responses.get("429"));
    },
  },
});

function demandFacts(context: UserContext, response: Place): void {
  const told = factsOf(context, response);
  for (const fact of ["traceId", "correlationId"].filter((name) => !told.has(name))) {
    context.report({
      message: `The header with \`x-sdk-fact: ${fact}\` is missing.`,
      location: response.location.key(),
    });
  }
}

function demandRetryAfter(context: UserContext, response: Place | undefined): void {
  if (!response || children(context, response, "headers").get("Retry-After")?.node.required === true) return;
  context.report({ message: "A 429 must have the header Retry-After, required.", location: response.location.key() });
}

/** Every operation with an argument that can break the contract has the answer 400. */
export const badRequest: Oas3Rule = () => ({
  PathItem: {
    Operation(node, context, parents) {
      const visit = operationVisit(node, context, parents);
      const refusable = parametersOf(context, visit).find((parameter) => canBeRefused(context, parameter));
      const what = node.requestBody ? "the body" : refusable && String(refusable.node.name);
      if (what === undefined || children(context, visit.operation, "responses").has("400")) return;
      context.report({
        message: `The answer 400 is missing: ${what} can be refused.`,
        location: context.location.key(),
      });
    },
  },
});

const WITHOUT_EFFECT = ["description", "title", "examples", "example", "default", "deprecated"];

/** Whether a parameter's schema says more than that it is a string, or the parameter can be missing; in a path none can. */
function canBeRefused(context: UserContext, { node, location }: Place): boolean {
  const schema = follow(context, node.schema, location.child("schema"))?.node ?? {};
  const isBound = Object.entries(schema).some(
    ([key, value]) => !WITHOUT_EFFECT.includes(key) && !key.startsWith("x-") && !(key === "type" && value === "string"),
  );
  return isBound || (node.required === true && node.in !== "path");
}

/** `x-error-codes` on every 4xx whose body carries our list of codes: values of `ErrorCode`. */
export const errorCodes: Oas3Rule = () => ({
  PathItem: {
    Operation(node, context, parents) {
      const { operation } = operationVisit(node, context, parents);
      for (const [status, response] of children(context, operation, "responses"))
        checkErrorCodes(context, status, response);
    },
  },
});

function checkErrorCodes(context: UserContext, status: string, response: Place): void {
  const codes = bodySchemas(context, response)
    .flatMap((schema) => [...schemasBelow(context, schema)])
    .find(({ location }) => location.pointer.endsWith("/ErrorCode"))?.node.enum;
  const value = response.node["x-error-codes"];
  const location = response.location.child("x-error-codes");
  if (value === undefined) {
    if (!codes || !status.startsWith("4")) return;
    context.report({
      message: "`x-error-codes` is missing: which codes this answer can carry.",
      location: response.location.key(),
    });
  } else if (!status.startsWith("4") || !isStringList(codes)) {
    context.report({ message: "`x-error-codes` belongs on a 4xx whose body carries `ErrorCode`.", location });
  } else if (!isStringList(value) || value.length === 0 || value.some((code) => !codes.includes(code))) {
    context.report({ message: "`x-error-codes` must be a list of values of `ErrorCode`.", location });
  }
}

/** `x-retryable` only on a 409, and only `true`. */
export const retryable: Oas3Rule = () => ({
  PathItem: {
    Operation(node, context, parents) {
      const { operation } = operationVisit(node, context, parents);
      for (const [status, response] of children(context, operation, "responses")) {
        const value = response.node["x-retryable"];
        if (value === undefined || (status === "409" && value === true)) continue;
        const message = "`x-retryable` is `true` on a 409, or absent.";
        context.report({ message, location: response.location.child("x-retryable") });
      }
    },
  },
});
