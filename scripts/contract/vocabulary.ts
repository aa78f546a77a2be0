import { argumentRows } from "./vocabulary/argument-rows.ts";
import { documentRows, versionRows } from "./vocabulary/document-rows.ts";
import type { Extension } from "./vocabulary/extension.ts";
import { noteRows } from "./vocabulary/note-rows.ts";
import { operationRows } from "./vocabulary/operation-rows.ts";
import { responseRows } from "./vocabulary/response-rows.ts";
import { schemaRows } from "./vocabulary/schema-rows.ts";
import { schemeRows } from "./vocabulary/scheme-rows.ts";
import { serverRows } from "./vocabulary/server-rows.ts";
import { webhookRows } from "./vocabulary/webhook-rows.ts";

/** Every extension of the contract's language. Lint, generator, review and `spec/extensions.md` follow from this. */
export const vocabulary: readonly Extension[] = [
  ...operationRows,
  ...argumentRows,
  ...schemeRows,
  ...responseRows,
  ...schemaRows,
  ...serverRows,
  ...documentRows,
  ...versionRows,
  ...webhookRows,
  ...noteRows,
];
