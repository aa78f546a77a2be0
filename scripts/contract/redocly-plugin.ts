import type { Plugin } from "@redocly/openapi-core";

/** Teaches Redocly what stands in `x-operation-defaults`, so that its references are resolved, bundled and checked. */
export default function redoclyPlugin(): Plugin {
  return {
    id: "wisekit",
    typeExtension: {
      oas3(types) {
        const { Root } = types;
        if (!Root) return types;
        return {
          ...types,
          Root: { ...Root, properties: { ...Root.properties, "x-operation-defaults": "OperationDefaults" } },
          OperationDefaults: {
            properties: { parameters: "ParameterList", responseHeaders: "HeadersMap", responses: "Responses" },
          },
        };
      },
    },
  };
}
