import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { escapePointerFragment, makeDocumentFromString, type Oas3Rule, type Plugin } from "@redocly/openapi-core";
import { isObject } from "./contract-nodes.ts";

/** The Redocly plugin of the contract: what stands in `x-operation-defaults`, and that no path is forgotten. */
export default function redoclyPlugin(): Plugin {
  return {
    id: "wisekit",
    // Resolves, bundles and checks the references in there.
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
    rules: { oas3: { "listed-paths": listedPaths } },
  };
}

/** Every path item in a file of `paths/` and `webhooks/` is listed in the document: one that is not is left out silently. */
const listedPaths: Oas3Rule = () => ({
  Root(root, { report, location }) {
    const folder = dirname(location.source.absoluteRef);
    const items = [
      ...Object.values(root.paths ?? {}),
      ...Object.values("webhooks" in root ? (root.webhooks ?? {}) : {}),
    ];
    const listed = new Set(
      items.filter(isObject).map(({ $ref }) => {
        const [file = "", pointer] = String($ref).split("#");
        return `${resolve(folder, file)}#${pointer}`;
      }),
    );
    for (const path of [...filesIn(join(folder, "paths")), ...filesIn(join(folder, "webhooks"))]) {
      const { source, parsed } = makeDocumentFromString(readFileSync(path, "utf8"), path);
      for (const name of Object.keys(parsed ?? {})) {
        const pointer = `/${escapePointerFragment(name)}`;
        if (listed.has(`${path}#${pointer}`)) continue;
        const message = `No path in openapi.yaml refers to ${name}.`;
        report({ message, location: { source, pointer: `#${pointer}`, reportOnKey: true } });
      }
    }
  },
});

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && extname(entry.name) === ".yaml");
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}
