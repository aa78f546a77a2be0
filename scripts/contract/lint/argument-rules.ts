import type { Oas3Rule } from "@redocly/openapi-core";
import { type ContractNode, isStringList } from "./contract-node.ts";

const CAMEL_CASE = /^[a-z][A-Za-z0-9]*$/;
const OPTIONS = ["correlationId", "oneTimeToken"];

/** Every header parameter has a name in the SDK: `x-sdk-argument`, or `x-sdk-option`; no other parameter has either. */
export const sdkArgument: Oas3Rule = () => ({
  Parameter(parameter, { report, location }) {
    const { "x-sdk-argument": name, "x-sdk-option": option } = parameter as unknown as ContractNode;
    if (parameter.in !== "header") {
      if (name === undefined && option === undefined) return;
      report({ message: "Only a header parameter has a name of its own in the SDK.", location: location.key() });
    } else if ((name === undefined) === (option === undefined)) {
      const message = "A header parameter needs either `x-sdk-argument` or `x-sdk-option`.";
      report({ message, location: location.key() });
    } else if (option !== undefined && !OPTIONS.includes(option as string)) {
      const message = `\`x-sdk-option\` must be one of ${OPTIONS.join(", ")}.`;
      report({ message, location: location.child("x-sdk-option") });
    } else if (name !== undefined && !CAMEL_CASE.test(String(name))) {
      report({ message: "`x-sdk-argument` must be camelCase.", location: location.child("x-sdk-argument") });
    }
  },
});

/** Every http basic security scheme names the two arguments that it takes; no other scheme does. */
export const sdkCredentials: Oas3Rule = () => ({
  SecurityScheme(scheme, { report, location }) {
    const { type, scheme: name, "x-sdk-credentials": credentials } = scheme as unknown as ContractNode;
    const isBasic = type === "http" && name === "basic";
    if (credentials === undefined) {
      if (!isBasic) return;
      const message = "`x-sdk-credentials` is missing: the names of the two arguments.";
      return report({ message, location: location.key() });
    }
    const isPair =
      isStringList(credentials) &&
      credentials.length === 2 &&
      credentials.every((argument) => CAMEL_CASE.test(argument));
    if (isBasic && isPair) return;
    const message = isBasic
      ? "`x-sdk-credentials` must be two different camelCase names."
      : "`x-sdk-credentials` belongs on http basic schemes only.";
    report({ message, location: location.child("x-sdk-credentials") });
  },
});
