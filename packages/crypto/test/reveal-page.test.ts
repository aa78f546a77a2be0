import { fileURLToPath } from "node:url";
import { createRevealPage } from "@wisekit/crypto/frame-page";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

describe("createRevealPage()", () => {
  it("writes what it is told as text, never as markup", () => {
    const { html } = createRevealPage({
      parentOrigin: "https://app.example",
      scriptSrc: '"><script>alert(1)</script>',
    });
    expect(html).toContain('src="&quot;>&lt;script>alert(1)&lt;/script>"');
  });

  it.each<[string, object]>([
    ["no origin", { parentOrigin: "app.example" }],
    ["an address with a path", { parentOrigin: "https://app.example/" }],
    ["any origin", { parentOrigin: "*" }],
    ["an origin with more behind it", { parentOrigin: "https://app.example; script-src *" }],
    ["an unknown option", { parentOrigin: "https://app.example", origin: "" }],
    ["a pinned key that is no SHA-256", { parentOrigin: "https://app.example", pinnedKeySha256: "abc" }],
  ])("throws a TypeError for %s", (_, options) => {
    expect(() => createRevealPage(options as never)).toThrow(TypeError);
  });
});

describe("the script of the isolated page", () => {
  it("is not dropped by a bundler, though nothing is imported from it", async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: 'import "@wisekit/crypto/frame-page-script";',
        resolveDir: fileURLToPath(new URL(".", import.meta.url)),
      },
      bundle: true,
      write: false,
      format: "esm",
      logLevel: "silent",
    });
    expect(outputFiles[0]?.text).toContain("wisekit-parent-origin");
  });
});
