import { checkOptions } from "./check-options.ts";
import { readKey } from "./create-context.ts";
import { currentEncryptionKey, findEncryptionKey, rotateEncryptionKey } from "./engine/encryption-keys.ts";
import type { Faults } from "./faults/fault-registry.ts";
import { type OpeningStep, openRequest } from "./handshake/jwe.ts";
import { makeRsaKey } from "./handshake/rsa-key.ts";
import { createFetch, type FetchMock } from "./http/create-fetch.ts";
import { createMockCore, type MockCore } from "./mock-core.ts";
import { assertCardDataSettings, assertMockOptions, type CardDataOptions, type MockOptions } from "./mock-options.ts";
import type { CallLog } from "./record/call-log.ts";
import type { CoverageReport } from "./record/coverage.ts";
import type { Deviations } from "./record/deviations.ts";
import { createSimulate, type Simulate } from "./simulate.ts";
import { type MockSnapshot, restoreSnapshot, takeSnapshot } from "./state/snapshot.ts";
import { createStateEditor, type StateEditor } from "./state/state-editor.ts";

/** A mock in this process. */
export interface LocalMock {
  /** `fetch` without a socket: takes paths and addresses of any host. */
  readonly fetch: FetchMock;
  /** Reads and edits what it remembers. */
  readonly state: StateEditor;
  /** Events outside the API: purchases, wrong PINs, suspensions, time. */
  readonly simulate: Simulate;
  /** What goes wrong, and when. */
  readonly faults: Faults;
  /** The last calls and their responses, without secrets. */
  readonly requests: CallLog;
  /** Every deviation from the contract since the start or the last reset. */
  readonly deviations: Deviations;
  readonly keys: EncryptionKeys;
  /** Changes how it behaves from now on. */
  configure(changes: MockChanges): void;
  /** Copies everything that it remembers. */
  snapshot(): MockSnapshot;
  /** Makes it remember exactly what a snapshot holds. @throws TypeError if the value is no snapshot */
  restore(snapshot: MockSnapshot): void;
  /** Puts it back to how it started: state, settings, random streams and time; faults, requests, deviations and coverage are forgotten. */
  reset(): void;
  /** Which parts of the contract were touched. @throws TypeError unless the option `coverage` is on */
  coverage(): CoverageReport;
}

/** The keys that card-data requests are sealed with. */
export interface EncryptionKeys {
  /** The public key in use. */
  current(): Promise<{ version: number; key: string }>;
  /** Brings a new key into use and gives its version. Older ones stop working, unless kept. */
  rotate(options?: { readonly privateKey?: string; readonly keepOlder?: boolean }): Promise<number>;
  /** Opens a request's payload and tells step by step how that went. Default version: the one in use. */
  explain(jwe: string, version?: number): Promise<readonly OpeningStep[]>;
}

/** What can be changed while a mock runs. */
export interface MockChanges {
  readonly sca?: boolean;
  readonly cardData?: Omit<CardDataOptions, "privateKey">;
  readonly strict?: boolean;
  readonly acceptedAssumptions?: readonly string[];
}

/** Makes a mock without a socket. @throws TypeError for an option that makes no sense. @throws MockError as `startMock` */
export function createMock(options: MockOptions = {}): LocalMock {
  assertMockOptions("createMock()", options);
  return createMockApi(createMockCore(options));
}

/** Makes the public face of a mock. */
export function createMockApi(core: MockCore): LocalMock {
  const { context, faults, calls, deviations } = core;
  return {
    fetch: createFetch(core.handleRequest),
    state: createStateEditor(context),
    simulate: createSimulate(context),
    faults,
    requests: calls,
    deviations,
    keys: createEncryptionKeys(core),
    configure: (changes) => configure(core, changes),
    snapshot: () => takeSnapshot(context),
    restore: (snapshot) => restoreSnapshot(context, snapshot),
    reset() {
      core.reset();
      faults.clear();
      calls.clear();
      deviations.clear();
    },
    coverage() {
      if (!core.coverage) throw new TypeError("coverage(): the mock must be made with the option coverage: true");
      return core.coverage.report();
    },
  };
}

function configure({ context, setStrictness }: MockCore, changes: MockChanges): void {
  checkOptions("configure()", changes, ["sca", "cardData", "strict", "acceptedAssumptions"]);
  const { sca, cardData = {} } = changes;
  checkOptions("configure(): cardData", cardData, ["responseFormat", "nonce", "keyWraps"]);
  assertCardDataSettings("configure()", cardData);
  setStrictness("configure()", changes);
  if (sca !== undefined) context.settings.sca = sca;
  if (cardData.responseFormat !== undefined) context.settings.cardDataResponseFormat = cardData.responseFormat;
  if (cardData.nonce !== undefined) context.settings.cardDataNonce = cardData.nonce;
  if (cardData.keyWraps !== undefined) context.settings.keyWraps = cardData.keyWraps;
}

function createEncryptionKeys({ context }: MockCore): EncryptionKeys {
  return {
    current: () => currentEncryptionKey(context),
    async rotate(options = {}) {
      checkOptions("rotate()", options, ["privateKey", "keepOlder"]);
      const { privateKey, keepOlder = false } = options;
      const key = privateKey === undefined ? await makeRsaKey(context.random.sealing) : readKey(privateKey);
      return rotateEncryptionKey(context, key, keepOlder);
    },
    async explain(jwe, version) {
      const wanted = version ?? (await currentEncryptionKey(context)).version;
      return openRequest(jwe, await findEncryptionKey(context, wanted), context.settings.keyWraps).steps;
    },
  };
}
