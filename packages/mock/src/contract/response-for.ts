import type { Operation } from "./operation.ts";
import type { OperationResponse } from "./response.ts";

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
