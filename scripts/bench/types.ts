import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Bench, judge, type Report } from "./harness/report.ts";

/** What the consumer of ten calls imports. */
export const wiseImports = 'import type { WiseClient } from "@wisekit/client";';

/** Ten calls to ten operations. */
export const wiseCalls = `
  const args = { profileId: 1, cardToken: "t" };
  export async function ten(wise: WiseClient) {
    const page = await wise.cards.list({ profileId: 1, pageSize: 10 });
    const card = await wise.cards.get(args);
    const frozen = await wise.cards.updateStatus({ ...args, status: "FROZEN" });
    await wise.cards.resetPinCount(args);
    const permissions = await wise.permissions.list(args);
    await wise.permissions.updateMany({ ...args, permissions: [{ type: "ECOM", isEnabled: true }] });
    const limits = await wise.spendingLimits.list(args);
    const key = await wise.cardData.encryptionKey();
    const status = await wise.sca.status({ oneTimeToken: "o" });
    const token = await wise.oauth.token({ clientId: "a", clientSecret: "b", grant_type: "client_credentials" });
    return [page.cards[0]?.token, card.token, frozen.status.value, permissions, limits, key.key, status, token.access_token];
  }`;

const path = "/v3/spend/profiles/{profileId}/cards/{cardToken}";
const httpCalls = `
  const params = { path: { profileId: 1, cardToken: "t" } };
  export async function ten(http: HttpClient) {
    return [${Array.from({ length: 10 }, (_, index) => `(await http.GET("${path}${["", "/spending-permissions", "/spending-limits"][index % 3]}", { params })).data`).join(", ")}];
  }`;

const lithicCalls = `
  export async function ten(lithic: Lithic) {
    const page = await lithic.cards.list({ page_size: 10 });
    const card = await lithic.cards.retrieve("t");
    const frozen = await lithic.cards.update("t", { state: "PAUSED" });
    const made = await lithic.cards.create({ type: "VIRTUAL" });
    const limits = await lithic.cards.retrieveSpendLimits("t");
    const account = await lithic.accounts.retrieve("t");
    const changed = await lithic.accounts.update("t", { daily_spend_limit: 1 });
    const transactions = await lithic.transactions.list({ page_size: 10 });
    const transaction = await lithic.transactions.retrieve("t");
    const status = await lithic.apiStatus();
    return [page.data[0]?.token, card.token, frozen, made, limits, account, changed, transactions.data, transaction, status];
  }`;

const consumers: Readonly<Record<string, readonly [imports: string, calls: string]>> = {
  wisekit: [wiseImports, wiseCalls],
  "wise.http (openapi-fetch by path)": ['import type { HttpClient } from "@wisekit/client";', httpCalls],
  lithic: ['import type Lithic from "lithic";', lithicCalls],
};

/** What consumers are compiled with. */
export const compilerOptions = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  target: "es2022",
  module: "esnext",
  moduleResolution: "bundler",
  lib: ["es2023", "dom", "dom.iterable"],
  types: [],
};

/** What ten calls cost an editor: type instantiations over those of the imports alone. */
export const bench: Bench = {
  title: "types: instantiations of ten calls",
  async run(): Promise<Report[]> {
    const rows = Object.entries(consumers).map(([name, [imports, calls]]): [string, number] => [
      name,
      instantiations(imports + calls) - instantiations(`${imports}\nexport {};`),
    ]);
    return [
      {
        title: "Ten calls",
        method:
          "tsc --extendedDiagnostics on a strict consumer against the built packages, less what the import alone costs.",
        columns: ["client", "instantiations"],
        rows,
        verdicts: [judge("ten calls cost at most 300 instantiations", rows[0]?.[1] ?? Number.NaN, { atMost: 300 })],
      },
    ];
  },
};

function instantiations(code: string): number {
  const folder = mkdtempSync(join(import.meta.dirname, "consumer-"));
  try {
    writeFileSync(join(folder, "consumer.ts"), code);
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
    const tsc = join(import.meta.dirname, "../node_modules/typescript/bin/tsc");
    const report = execFileSync(process.execPath, [tsc, "-p", folder, "--extendedDiagnostics"], { encoding: "utf8" });
    const found = /Instantiations:\s+(\d+)/.exec(report)?.[1];
    if (found === undefined) throw new Error("tsc reported no instantiations");
    return Number(found);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
