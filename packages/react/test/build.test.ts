import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const dist = join(import.meta.dirname, "../dist");
const modules = globSync("**/*.js", { cwd: dist }).sort();

it("the build marks every module that has hooks or components for the client, and no other", () => {
  const marked = modules.filter((name) => readFileSync(join(dist, name), "utf8").startsWith('"use client";'));
  expect(marked).toEqual([
    "generated/hooks.gen.js",
    "reveal/secret-text.js",
    "reveal/use-card-reveal.js",
    "use-operation.js",
    "use-uncached-call.js",
    "use-wise-infinite-query.js",
    "use-wise-mutation.js",
    "use-wise-query.js",
    "wise-provider.js",
  ]);
});

it("nothing that the options need imports React or a module of the client's", () => {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const text = readFileSync(join(dist, name), "utf8");
    expect(text.startsWith('"use client";')).toBe(false);
    expect(text).not.toMatch(/from "react(\/[^"]*)?"/);
    for (const [, target = ""] of text.matchAll(/from "(\.[^"]+)"/g)) visit(join(name, "..", target));
  };
  visit("generated/queries.gen.js");
  visit("generated/mutations.gen.js");
  expect(seen.size).toBeGreaterThan(4);
});
