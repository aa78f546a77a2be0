import { fileURLToPath } from "node:url";

/** The mock's command, and its arguments for a free port and no log. */
export const mockCli: string = fileURLToPath(new URL("../../../packages/mock/dist/cli.js", import.meta.url));
export const quiet: readonly string[] = ["--port", "{port}", "--log", "quiet"];
