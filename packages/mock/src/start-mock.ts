import { checkOptions } from "./check-options.ts";
import { listen } from "./http/server.ts";
import { createMockCore, type MockOptions, mockOptionNames } from "./mock-core.ts";

/** How to start a mock. */
export interface StartMockOptions extends MockOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default `127.0.0.1`. Another address lets other machines in. */
  readonly host?: string;
}

/** A running mock. */
export interface Mock extends AsyncDisposable {
  /** Where it listens, without a slash at the end. Give it to a client as the address of both hosts. */
  readonly url: string;
  readonly port: number;
  /** Stops it and ends what is open. */
  stop(): Promise<void>;
}

/**
 * Starts a mock. @throws TypeError for an option that there is not. @throws MockError if the port is taken, or a
 * scenario, contract or key cannot be used.
 */
export async function startMock(options: StartMockOptions = {}): Promise<Mock> {
  checkOptions("startMock", options, [...mockOptionNames, "port", "host"]);
  const { port = 0, host = "127.0.0.1", ...own } = options;
  const { world, exchange } = createMockCore(own);
  const server = await listen(exchange, { host, port });
  // A request for card data should not have to wait for the key.
  setImmediate(() => void world.firstKey());
  const stop = () => server.close();
  return { url: server.url, port: server.port, stop, [Symbol.asyncDispose]: stop };
}
