import type { Operation, OperationResponse } from "./operation.ts";

/** The documented response for a status: exact before `4XX` before `default`. */
export function responseFor(operation: Operation, status: number): OperationResponse | undefined {
  const exact = String(status);
  const range = `${exact.charAt(0)}XX`;
  return (
    operation.responses.find(({ code }) => code === exact) ??
    operation.responses.find(({ code }) => code.toUpperCase() === range) ??
    operation.responses.find(({ code }) => code === "default")
  );
}

/** The documented successful response: the lowest 2xx. */
export function successOf(operation: Operation): OperationResponse | undefined {
  const successes = operation.responses.filter(({ code }) => /^2(\d\d|XX)$/i.test(code));
  return successes.sort((one, other) => one.code.localeCompare(other.code))[0];
}
