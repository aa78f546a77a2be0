import type { Rolldown } from "tsdown";

/** Modules that Prism asks for, and what it gets. */
const INSTEAD: Readonly<Record<string, string>> = {
  // Prism speaks English only; the index brings every language.
  "@faker-js/faker": "@faker-js/faker/locale/en",
  // Its entry for `require` hides the files that it asks for, and a bundler then misses them.
  "jsonc-parser": "jsonc-parser/lib/esm/main.js",
};

/** Modules that Prism asks for and that the mock has no use for. */
const LEFT_OUT: readonly string[] = [
  // Reads Postman collections; what has no paths has no operation that Prism could be asked for.
  "@stoplight/http-spec/postman/operation",
  // For a Node without a URL of its own.
  "whatwg-url",
];

const NOTHING = "\0left-out";

/** Takes from Prism what the mock uses, in a form that can be bundled. */
export function prismParts(): Rolldown.Plugin {
  return {
    name: "prism-parts",
    resolveId(source, importer, { kind }) {
      if (LEFT_OUT.includes(source)) return NOTHING;
      const instead = INSTEAD[source];
      return instead === undefined ? undefined : this.resolve(instead, importer, { kind });
    },
    load: (id) => (id === NOTHING ? "export {};" : undefined),
    // It is a script, whose `this` is `exports` in CommonJS and undefined in a bundle.
    transform: {
      filter: { id: /\/uri-template-lite\// },
      handler: (code) => code.replaceAll("this.URI", "exports.URI"),
    },
  };
}
