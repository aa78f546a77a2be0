import type { Oas3Rule, UserContext } from "@redocly/openapi-core";
import {
  bodySchemas,
  children,
  isStringList,
  operationVisit,
  type Place,
  parametersOf,
  schemasBelow,
} from "./contract-node.ts";

/** What every operation has: correlation id, trace id, and the errors that any call can meet. */
export const operationFrame: Oas3Rule = () => ({
  PathItem: {
    Operation(node, context, parents) {
      const visit = operationVisit(node, context, parents);
      const missing = (message: string): void => context.report({ message, location: context.location.key() });
      const names = parametersOf(context, visit).map((parameter) => parameter.node.name);
      if (!names.includes("X-External-Correlation-Id")) missing("The parameter X-External-Correlation-Id is missing.");
      const responses = children(context, visit.operation, "responses");
      for (const status of ["401", "429"].filter((code) => !responses.has(code)))
        missing(`The answer ${status} is missing.`);
      if (![...responses.keys()].some((status) => status.startsWith("5"))) missing("An answer 5xx is missing.");
      for (const response of responses.values()) demandHeaders(context, response);
      demandRetryAfter(context, responses.get("429"));
    },
  },
});

const FRAME_HEADERS = ["x-trace-id", "X-External-Correlation-Id"];

function demandHeaders(context: UserContext, response: Place): void {
  const headers = children(context, response, "headers");
  for (const header of FRAME_HEADERS.filter((name) => !headers.has(name))) {
    context.report({ message: `The header ${header} is missing.`, location: response.location.key() });
  }
}

function demandRetryAfter(context: UserContext, response: Place | undefined): void {
  if (!response || children(context, response, "headers").get("Retry-After")?.node.required === true) return;
  context.report({ message: "A 429 must have the header Retry-After, required.", location: response.location.key() });
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
