import type { OperationResponse } from "./contract/response.ts";
import { createControl, snapshotPath } from "./control/control.ts";
import { listen } from "./http/server.ts";
import { createMockApi, type LocalMock } from "./mock.ts";
import { createMockCore } from "./mock-core.ts";
import { assertMockOptions, type MockOptions } from "./mock-options.ts";
import { overruleState } from "./state/overrule-state.ts";
import { openStateFile, type StateFile } from "./state/state-file.ts";

/** How to start a mock. */
export interface StartMockOptions extends MockOptions {
  /**
   * The TCP port to listen on; 0 takes any free one.
   * @default 0
   */
  readonly port?: number;
  /**
   * The address to listen on. Any but the loopback address lets other machines in.
   * @default "127.0.0.1"
   */
  readonly host?: string;
  /**
   * A file that keeps the state over restarts, settings included. Options that are given win over the settings in it;
   * `scenario` and `seed` are for a file that is not there yet.
   * @default none: the state is lost when the mock stops
   */
  readonly stateFile?: string;
}

const namesOfHeaders = ({ headers }: OperationResponse) => headers.map(({ name }) => name);

/** A mock that listens. */
export interface Mock extends LocalMock, AsyncDisposable {
  /** Where it listens, without a slash at the end. Give it to a client as the address of all hosts. */
  readonly url: string;
  readonly port: number;
  /** What is to be known about how it started: which options win over the state file, and which are not used. */
  readonly notices: readonly string[];
  /** Stops it and ends what is open. Again does nothing more. */
  stop(): Promise<void>;
}

/**
 * Starts a mock. @throws TypeError for an option that makes no sense. @throws MockError if the port is taken, or a
 * scenario, contract, key or state file cannot be used.
 */
export async function startMock(options: StartMockOptions = {}): Promise<Mock> {
  assertMockOptions("startMock()", options, ["port", "host", "stateFile"]);
  const { port = 0, host = "127.0.0.1", stateFile, ...own } = options;
  const core = createMockCore(own);
  const mock = createMockApi(core);
  let file: StateFile | undefined;
  let notices: readonly string[] = [];
  if (stateFile !== undefined) {
    file = await openStateFile(stateFile, core.context);
    if (file.wasRestored) notices = overruleState(core.context, own, stateFile);
    core.afterCall = ({ head }) => {
      if (head.method !== "GET") file?.touch();
    };
  }
  const server = await listen(
    createControl(mock, core, () => file?.touch()),
    {
      host,
      port,
      unlimitedPath: snapshotPath,
      responseHeaders: core.operations.flatMap(({ responses }) => responses.flatMap(namesOfHeaders)),
    },
  );
  // A request for card data should not have to wait for the key.
  setImmediate(() => void core.context.firstKey());
  async function end(): Promise<void> {
    await server.close();
    file?.touch();
    await file?.flush();
  }
  let ending: Promise<void> | undefined;
  const stop = () => {
    ending ??= end();
    return ending;
  };
  return { ...mock, url: server.url, port: server.port, notices, stop, [Symbol.asyncDispose]: stop };
}
