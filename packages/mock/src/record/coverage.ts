import type { OpenApiDocument, Schema } from "../contract/document.ts";
import type { Operation } from "../contract/operation.ts";
import { responseFor } from "../contract/response-for.ts";
import type { Covered } from "../handle-request.ts";
import { createEnumWalker } from "./enum-walker.ts";
import type { CallHead } from "./recorded-call.ts";

/** Which parts of the contract were touched. */
export interface CoverageReport {
  readonly operations: Readonly<Record<string, OperationCoverage>>;
  /** By schema, or by schema and property: each value of each enum. */
  readonly enums: Readonly<Record<string, Coverage>>;
  readonly errorCodes: Coverage;
  /** How often responses rested on each assumption (`x-assumption`). */
  readonly assumptions: Readonly<Record<string, number>>;
}

export interface OperationCoverage {
  readonly calls: number;
  /** How often each status was sent, documented or not. */
  readonly statuses: Readonly<Record<string, number>>;
}

export interface Coverage {
  readonly seen: readonly string[];
  readonly missing: readonly string[];
}

/** Gathers coverage. */
export interface CoverageRecorder {
  add(call: Pick<CallHead, "status" | "assumptions">, covered: Covered): void;
  report(): CoverageReport;
}

/** Makes a recorder that has seen nothing yet. */
export function createCoverageRecorder(document: OpenApiDocument, operations: readonly Operation[]): CoverageRecorder {
  const statuses = new Map(
    operations.map(({ name, responses }) => [name, new Map(responses.map(({ code }) => [code, 0]))]),
  );
  const codes = new Map<string, boolean>();
  const assumed = new Map<string, number>();
  const walker = createEnumWalker(document);
  for (const operation of operations) {
    for (const response of operation.responses) for (const code of response.errorCodes) codes.set(code, false);
    for (const schema of schemasOf(operation)) walker.declare(schema);
  }

  return {
    add({ status, assumptions }, { operation, input, responseBody }) {
      const counts = statuses.get(operation.name);
      counts?.set(String(status), (counts.get(String(status)) ?? 0) + 1);
      for (const { schema } of operation.requestBody?.contents ?? []) walker.visit(schema, input?.body);
      for (const { schema } of responseFor(operation, status)?.contents ?? []) walker.visit(schema, responseBody);
      for (const { name, schema } of operation.pathParameters) walker.visit(schema, input?.path[name]);
      for (const { name, schema } of operation.queryParameters) walker.visit(schema, input?.query[name]);
      for (const code of codesIn(responseBody)) codes.set(code, true);
      for (const assumption of assumptions) assumed.set(assumption, (assumed.get(assumption) ?? 0) + 1);
    },
    report: () => ({
      operations: Object.fromEntries([...statuses].map(([name, counts]) => [name, operationCoverage(counts)])),
      enums: Object.fromEntries([...walker.enums].sort().map(([name, values]) => [name, coverageOf(values)])),
      errorCodes: coverageOf(codes),
      assumptions: Object.fromEntries(assumed),
    }),
  };
}

/** Adds up the coverage of several mocks of one contract. */
export function mergeCoverage(reports: readonly CoverageReport[]): CoverageReport {
  const operations: Record<string, { calls: number; statuses: Record<string, number> }> = {};
  for (const report of reports) {
    for (const [name, { calls, statuses }] of Object.entries(report.operations)) {
      operations[name] ??= { calls: 0, statuses: {} };
      const sum = operations[name];
      sum.calls += calls;
      sum.statuses = addUp([sum.statuses, statuses]);
    }
  }
  const names = new Set(reports.flatMap((report) => Object.keys(report.enums)));
  const enums = [...names].map(
    (name) => [name, mergeOne(reports.flatMap((report) => report.enums[name] ?? []))] as const,
  );
  return {
    operations,
    enums: Object.fromEntries(enums),
    errorCodes: mergeOne(reports.map(({ errorCodes }) => errorCodes)),
    assumptions: addUp(reports.map(({ assumptions }) => assumptions)),
  };
}

/** Coverage as a few lines of text. */
export function renderCoverage(report: CoverageReport): string {
  const operations = Object.entries(report.operations);
  const called = operations.filter(([, { calls }]) => calls > 0);
  const lines = [`Operations called: ${called.length} of ${operations.length}`];
  for (const [name, { calls, statuses }] of operations) {
    const seen = Object.entries(statuses).filter(([, count]) => count > 0);
    const missing = Object.entries(statuses).filter(([, count]) => count === 0);
    const words = [
      ...seen.map(([status, count]) => `${status} x${count}`),
      ...missing.map(([status]) => `no ${status}`),
    ];
    lines.push(`  ${name.padEnd(32)} ${calls === 0 ? "never called" : words.join(", ")}`);
  }
  for (const [name, { seen, missing }] of [
    ...Object.entries(report.enums),
    ["Error codes", report.errorCodes] as const,
  ]) {
    const total = seen.length + missing.length;
    lines.push(`${name}: ${seen.length} of ${total}${missing.length > 0 ? `, missing ${missing.join(", ")}` : ""}`);
  }
  const assumptions = Object.entries(report.assumptions);
  lines.push(`Assumptions relied on: ${assumptions.length}`);
  for (const [assumption, count] of assumptions) lines.push(`  ${count}x ${assumption}`);
  return lines.join("\n");
}

function operationCoverage(counts: ReadonlyMap<string, number>): OperationCoverage {
  const calls = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { calls, statuses: Object.fromEntries(counts) };
}

function coverageOf(values: ReadonlyMap<string, boolean>): Coverage {
  const entries = [...values];
  return {
    seen: entries.filter(([, isSeen]) => isSeen).map(([value]) => value),
    missing: entries.filter(([, isSeen]) => !isSeen).map(([value]) => value),
  };
}

function addUp(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [name, count] of counts.flatMap((entry) => Object.entries(entry))) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

function mergeOne(coverages: readonly Coverage[]): Coverage {
  const seen = new Set(coverages.flatMap((coverage) => coverage.seen));
  const missing = new Set(coverages.flatMap((coverage) => coverage.missing));
  return { seen: [...seen], missing: [...missing].filter((value) => !seen.has(value)) };
}

function schemasOf(operation: Operation): (Schema | undefined)[] {
  const parameters = [...operation.pathParameters, ...operation.queryParameters];
  const contents = [
    ...(operation.requestBody?.contents ?? []),
    ...operation.responses.flatMap((entry) => entry.contents),
  ];
  return [...parameters.map(({ schema }) => schema), ...contents.map(({ schema }) => schema)];
}

function codesIn(body: unknown): string[] {
  const errors = typeof body === "object" && body !== null && "errors" in body ? body.errors : undefined;
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((entry: { code?: unknown }) => (typeof entry.code === "string" ? [entry.code] : []));
}
