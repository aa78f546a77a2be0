import type { ContractNode, ContractPath } from "../contract-nodes.ts";
import type { ContractView } from "../contract-view.ts";
import type { Extension } from "./extension.ts";

const KINDS = ["pan", "cvv2", "pin", "token", "pii", "none"];

const TELLING_WORDS = /^(pan|cvv2?|cvc2?|pin|otp|token|secret|password|passcode|phone)$/;

/** Whether a name says PAN, CVV2, PIN, one-time password, token, secret, password, phone or holder name. */
export function saysSecret(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.some((word) => TELLING_WORDS.test(word)) || /card ?holder ?name/.test(words.join(" "));
}

/** Nodes with a telling name that do not say what they hold. What only holds other properties leaves it to those. */
function silentSecrets(view: ContractView): { path: ContractPath }[] {
  return view.nodes.filter(({ kind, node, path }) => {
    const place = view.follow(node, path);
    if (!place || view.said(place, "x-sensitive") !== undefined) return false;
    const holdsOthers = kind === "property" && ["object", "array"].includes(place.node.type as string);
    return !holdsOthers && saysSecret(nameOf({ kind, node: place.node, path }));
  });
}

function nameOf({ kind, node, path }: ContractNode): string {
  if (kind === "parameter") return String(node.name);
  return kind === "property" || kind === "header" ? String(path.at(-1)) : "";
}

export const sensitive: Extension = {
  name: "x-sensitive",
  places: ["schema", "property", "parameter", "header"],
  value: { enum: KINDS },
  expected: "`pan`, `cvv2`, `pin`, `token`, `pii` or `none`",
  demand: {
    where:
      "every property, parameter or header whose name says PAN, CVV2, PIN, OTP, token, secret, password, phone or holder name",
    missing: silentSecrets,
  },
  meaning:
    "What leaks if this is printed. `token` is anything that grants: access and refresh tokens, one-time tokens and passwords, authorisation codes, secrets. `none` says that it was considered: a card token is an identifier, not a credential.",
  readers: ["client", "crypto", "react", "mock"],
};
