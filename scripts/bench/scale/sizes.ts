import { builtinModules } from "node:module";
import { join } from "node:path";
import { type BundleSize, bundleSize } from "../../checks/bundle-size.ts";
import { judge, type Report } from "../harness/report.ts";

/** The two repositories whose packages are weighed, and how many operations their contracts have. */
export interface Sizes {
  readonly small: string;
  readonly large: string;
  /** Operations that only the large one has. */
  readonly added: number;
}

const KILO = 1000;
const app = (client: string): string => `${client} export { wise };`;
const options = '{ environment: "sandbox", auth: "a-token" }';
const core = app(`import { createClientWith } from "@wisekit/client"; const wise = createClientWith(${options}, {});`);
const everything = app(`import { createClient } from "@wisekit/client"; const wise = createClient(${options});`);
const page = app(
  `import { createClientWith } from "@wisekit/client"; import { cardData, cards, permissions, sca } from "@wisekit/client/resources";
   const wise = createClientWith(${options}, { cards, permissions, cardData, sca });`,
);
const oneHook = 'export { useCards, WiseProvider } from "@wisekit/react";';
const allHooks = 'export * from "@wisekit/react";';
const peers: Readonly<Record<string, string>> = {
  ky: 'export { default } from "ky";',
  lithic: 'export { default } from "lithic";',
};

/** What an app brings along itself: a hook is weighed without the client that it is given. */
const PROVIDED = ["react", "react-dom", "react/jsx-runtime", "@tanstack/react-query"];
const PROVIDED_TO_HOOKS = [...PROVIDED, "@wisekit/client", "@wisekit/crypto", "@wisekit/crypto/dom"];

/** What client and hooks weigh in a browser, at both sizes of the contract, beside peers. */
export async function sizes({ small, large, added }: Sizes): Promise<Report> {
  const weigh = (root: string, code: string, external = PROVIDED): Promise<BundleSize> =>
    bundleSize(code, { resolveDir: join(root, "packages/react"), external });
  const weighPeer = (code: string): Promise<BundleSize> =>
    bundleSize(code, { resolveDir: import.meta.dirname, external: ["node:*", ...builtinModules] });
  const coreSmall = await weigh(small, core);
  const coreLarge = await weigh(large, core);
  const allSmall = await weigh(small, everything);
  const allLarge = await weigh(large, everything);
  const pageSmall = await weigh(small, page);
  const pageLarge = await weigh(large, page);
  const hookSmall = await weigh(small, oneHook, PROVIDED_TO_HOOKS);
  const hookLarge = await weigh(large, oneHook, PROVIDED_TO_HOOKS);
  const hooksSmall = await weigh(small, allHooks, PROVIDED_TO_HOOKS);
  const hooksLarge = await weigh(large, allHooks, PROVIDED_TO_HOOKS);
  const perOperation = (allLarge.gzipAtOnce - allSmall.gzipAtOnce) / added;
  const perHook = (hooksLarge.gzipAtOnce - hooksSmall.gzipAtOnce) / added;
  const ky = await weighPeer(peers.ky ?? "");
  const lithic = await weighPeer(peers.lithic ?? "");
  return {
    title: "Bytes in a browser",
    method:
      "esbuild, minified, gzip -9, what loads at once. An operation more is the difference of the two contracts, divided " +
      "by how many it holds more. Hooks are weighed without React, TanStack Query and the client.",
    columns: ["import", "23 operations", "240 operations"],
    rows: [
      ["createClientWith, no resource", coreSmall.gzipAtOnce, coreLarge.gzipAtOnce],
      ["createClientWith, cards, permissions, cardData, sca", pageSmall.gzipAtOnce, pageLarge.gzipAtOnce],
      ["createClient", allSmall.gzipAtOnce, allLarge.gzipAtOnce],
      ["one hook", hookSmall.gzipAtOnce, hookLarge.gzipAtOnce],
      ["all hooks", hooksSmall.gzipAtOnce, hooksLarge.gzipAtOnce],
      ["ky", ky.gzipAtOnce, ky.gzipAtOnce],
      ["lithic", lithic.gzipAtOnce, lithic.gzipAtOnce],
    ],
    verdicts: [
      judge("the client without a resource weighs at most 11 kB", coreLarge.gzipAtOnce / KILO, { atMost: 11 }),
      judge("an operation more weighs at most 40 bytes", perOperation, { atMost: 40 }),
      judge("a page with four resources of 240 operations weighs at most 11.8 kB", pageLarge.gzipAtOnce / KILO, {
        atMost: 11.8,
      }),
      judge("one hook weighs at most 1.2 kB", hookLarge.gzipAtOnce / KILO, { atMost: 1.2 }),
      judge("an operation more weighs at most 45 bytes in hooks", perHook, { atMost: 45 }),
    ],
  };
}
