import type { Plugin } from "@redocly/openapi-core";
import { sdkArgument, sdkCredentials } from "./lint/argument-rules.ts";
import { descriptions, required } from "./lint/completeness-rules.ts";
import { info, listedPaths, servers } from "./lint/document-rules.ts";
import { sdkFact } from "./lint/fact-rule.ts";
import { knownExtensions, ownChoice } from "./lint/known-extensions.ts";
import { invalidates, pagination, retry, sca, sdkName } from "./lint/operation-rules.ts";
import { badRequest, errorCodes, operationFrame, retryable } from "./lint/response-rules.ts";
import { cardStatus, enumDescriptions, jwe, openEnum } from "./lint/schema-rules.ts";
import { sensitive } from "./lint/sensitive-rule.ts";

/** The Redocly plugin behind the rules `wisekit/*`: what `spec/extensions.md` demands, and what every operation has. */
export default function wisekitPlugin(): Plugin {
  return {
    id: "wisekit",
    rules: {
      oas3: {
        "sdk-name": sdkName,
        retry,
        sca,
        pagination,
        invalidates,
        "sdk-argument": sdkArgument,
        "sdk-credentials": sdkCredentials,
        "sdk-fact": sdkFact,
        sensitive,
        "open-enum": openEnum,
        "enum-descriptions": enumDescriptions,
        "card-status": cardStatus,
        jwe,
        "error-codes": errorCodes,
        retryable,
        servers,
        info,
        "listed-paths": listedPaths,
        "own-choice": ownChoice,
        "known-extensions": knownExtensions,
        "operation-frame": operationFrame,
        "bad-request": badRequest,
        descriptions,
        required,
      },
    },
  };
}
