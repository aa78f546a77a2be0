import { styleText } from "node:util";
import type { RecordedCall } from "../record/recorded-call.ts";

/** A call as one line of JSON. */
export function formatJson(call: RecordedCall): string {
  return JSON.stringify(call);
}

/** A call as a line to read, with a line for each violation and assumption and for the fault. */
export function formatPretty(call: RecordedCall): string {
  const time = styleText("dim", call.at.slice(11, 23));
  const status = call.status === 0 ? styleText("red", "---") : styleText(colourOf(call.status), String(call.status));
  const what = `${call.method.padEnd(6)} ${call.path}`;
  const took = styleText("dim", `${call.durationMs.toFixed(1)} ms`);
  const lines = [`${time} ${status} ${what} ${styleText("dim", call.operation ?? "no operation")} ${took}`];
  for (const { path, message } of call.violations.input) lines.push(detail("yellow", `request ${path} ${message}`));
  for (const { path, message } of call.violations.output) lines.push(detail("red", `response ${path} ${message}`));
  for (const assumption of call.assumptions) lines.push(detail("cyan", `assumed ${assumption}`));
  if (call.fault) lines.push(detail("magenta", `fault ${call.fault}`));
  return lines.join("\n");
}

function detail(colour: "yellow" | "red" | "cyan" | "magenta", text: string): string {
  return `${" ".repeat(17)}${styleText(colour, text)}`;
}

function colourOf(status: number): "green" | "yellow" | "red" {
  if (status < 400) return "green";
  return status < 500 ? "yellow" : "red";
}
