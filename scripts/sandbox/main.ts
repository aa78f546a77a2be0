// `pnpm sandbox`: a first look at the vendor's sandbox. It reads, reveals one card, and says which assumptions held.
import { readSandboxAddress } from "./address.ts";
import { readAssumptions } from "./assumptions.ts";
import { judge } from "./judge.ts";
import { inWords, lookAt } from "./look.ts";

const { env } = process;
const address = readSandboxAddress(env);
const profileId = Number(env.WISE_SANDBOX_PROFILE);
if (!(profileId > 0)) throw new Error("WISE_SANDBOX_PROFILE must be set to the id of a profile that has cards");

const look = await lookAt({ ...address, token: env.WISE_SANDBOX_TOKEN ?? "", profileId });
const verdicts = judge(readAssumptions(), look);

console.log("Calls");
const calls = { "cards.list": look.cards, ...look.reads, "cardData.encryptionKey": look.encryptionKey };
for (const [name, seen] of Object.entries(calls)) console.log(`  ${name.padEnd(30)} ${inWords(seen)}`);
console.log(`  ${"cardData.details".padEnd(30)} ${inWords(look.reveal)}`);
console.log("\nResponses that do not match the contract");
for (const text of look.violations.length > 0 ? look.violations : ["none"]) console.log(`  ${text}`);
for (const verdict of ["did not hold", "held", "not seen"] as const) {
  const some = verdicts.filter((one) => one.verdict === verdict);
  console.log(`\nAssumptions: ${some.length} ${verdict}`);
  for (const { at, text, seen } of some) console.log(`  ${at}\n    ${text.trim()}${seen ? `\n    Seen: ${seen}` : ""}`);
}
const isAsAssumed = look.violations.length === 0 && verdicts.every(({ verdict }) => verdict !== "did not hold");
process.exitCode = isAsAssumed ? 0 : 1;
