import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { ROOT } from "../checks/command.ts";
import { repositoryFiles } from "../checks/repository-files.ts";

const FIXTURES = join(import.meta.dirname, "fixtures/additions");

/** What is added to the contract: a GET, a paged GET, a keyed POST, an upload, a PDF; and a webhook. */
export const ADDED_OPERATIONS: readonly string[] = [
  "cardPrograms.get",
  "cardOrders.list",
  "cardOrders.create",
  "disputes.upload",
  "transfers.receipt",
];

const PATHS: Readonly<Record<string, string>> = {
  "/v3/spend/profiles/{profileId}/card-program": "programs",
  "/v3/spend/profiles/{profileId}/card-orders": "orders",
  "/v4/spend/profiles/{profileId}/dispute-form/file": "upload",
  "/v1/transfers/{transferId}/receipt.pdf": "receipt",
};

/** Adds six operations to the contract in a folder, as somebody would who knows nothing but the contract. */
export async function addSix(spec: string): Promise<void> {
  await cp(join(FIXTURES, "paths.yaml"), join(spec, "paths/additions.yaml"));
  await cp(join(FIXTURES, "schemas.yaml"), join(spec, "schemas/additions.yaml"));
  const file = join(spec, "openapi.yaml");
  const root = parseDocument(await readFile(file, "utf8"));
  for (const [path, key] of Object.entries(PATHS)) {
    root.setIn(["paths", path], { $ref: `./paths/additions.yaml#/${key}` });
  }
  root.setIn(["webhooks", "cardOrderStatusChange"], { $ref: "./paths/additions.yaml#/order-event" });
  root.setIn(["x-webhook-discriminators"], { type: "event_type", version: "schema_version" });
  await writeFile(file, root.toString());
}

/** Lines of the packages in a copy that are neither as they are here nor written by the generator. */
export async function handWrittenLines(copy: string): Promise<number> {
  const files = (await repositoryFiles(ROOT)).filter((file) => /^packages\/(client|crypto|mock|react)\//.test(file));
  const changed = await Promise.all(
    files
      .filter((file) => !/\.gen\.\w+$/.test(file))
      .map(async (file) => {
        const ours = (await readFile(join(ROOT, file), "utf8")).split("\n");
        const theirs = (await readFile(join(copy, file), "utf8")).split("\n");
        return theirs.filter((line, index) => line !== ours[index]).length;
      }),
  );
  return changed.reduce((sum, count) => sum + count, 0);
}
