import { checkOptions } from "./check-options.ts";
import { currentEncryptionKey, findEncryptionKey, rotateEncryptionKey } from "./engine/encryption-keys.ts";
import type { Faults } from "./faults/fault-box.ts";
import { type OpeningStep, openRequest } from "./handshake/jwe.ts";
import { makeRsaKey } from "./handshake/rsa-key.ts";
import { createFetch, type FetchMock } from "./http/create-fetch.ts";
import { createMockCore, type MockCore, readKey } from "./mock-core.ts";
import { assertCardDataSettings, assertMockOptions, type CardDataOptions, type MockOptions } from "./mock-options.ts";
import type { CallLog } from "./record/call-log.ts";
import type { CoverageReport } from "./record/coverage.ts";
import { createSimulate, type Simulate } from "./simulate.ts";
import { type MockSnapshot, restoreSnapshot, takeSnapshot } from "./state/snapshot.ts";
import { createStateEditor, type StateEditor } from "./state/state-editor.ts";

/** A mock in this process: a Wise with a memory, which does as it is told. */
export interface LocalMock {
  /** `fetch` without a socket: takes paths and addresses of any host. */
  readonly fetch: FetchMock;
  /** What it remembers. */
  readonly state: StateEditor;
  /** What only the world can do. */
  readonly simulate: Simulate;
  /** What is to go wrong. */
  readonly faults: Faults;
  /** The calls it has answered, secrets taken out. */
  readonly requests: CallLog;
  readonly keys: EncryptionKeys;
  /** Changes how it behaves from now on. */
  configure(changes: MockChanges): void;
  /** Copies everything that it remembers. */
  snapshot(): MockSnapshot;
  /** Makes it remember exactly what a snapshot holds. @throws TypeError if the value is no snapshot */
  restore(snapshot: MockSnapshot): void;
  /** Puts it back to how it started: state, settings, random streams and time; faults and requests are forgotten. */
  reset(): void;
  /** Which parts of the contract were touched. @throws TypeError unless the option `coverage` is on */
  coverage(): CoverageReport;
}

/** The keys that card-data requests are sealed with. */
export interface EncryptionKeys {
  /** The public key in use. */
  current(): Promise<{ version: number; key: string }>;
  /** Brings a new key into use and gives its version. The older ones are refused from now on, unless kept. */
  rotate(options?: { readonly privateKey?: string; readonly keepOlder?: boolean }): Promise<number>;
  /** Opens a request's payload and tells step by step how that went. Default version: the one in use. */
  explain(jwe: string, version?: number): Promise<readonly OpeningStep[]>;
}

/** What can be changed while a mock runs. */
export interface MockChanges {
  readonly sca?: boolean;
  readonly cardData?: Omit<CardDataOptions, "privateKey">;
}

/** Makes a mock without a socket. @throws TypeError for an option that makes no sense. @throws MockError as `startMock` */
export function createMock(options: MockOptions = {}): LocalMock {
  assertMockOptions("createMock", options);
  return surface(createMockCore(options));
}

/** Puts the surface on a mock. */
export function surface(core: MockCore): LocalMock {
  const { world, faults, calls } = core;
  return {
    fetch: createFetch(core.exchange),
    state: createStateEditor(world),
    simulate: createSimulate(world),
    faults,
    requests: calls,
    keys: createEncryptionKeys(core),
    configure: (changes) => configure(core, changes),
    snapshot: () => takeSnapshot(world),
    restore: (snapshot) => restoreSnapshot(world, snapshot),
    reset() {
      core.reset();
      faults.clear();
      calls.clear();
    },
    coverage() {
      if (!core.coverage) throw new TypeError("Coverage is only noted with the option `coverage: true`.");
      return core.coverage.report();
    },
  };
}

function configure({ world }: MockCore, changes: MockChanges): void {
  checkOptions("configure", changes, ["sca", "cardData"]);
  const { sca, cardData = {} } = changes;
  checkOptions("cardData", cardData, ["answer", "keyWraps"]);
  assertCardDataSettings(cardData);
  if (sca !== undefined) world.settings.sca = sca;
  if (cardData.answer !== undefined) world.settings.cardDataAnswer = cardData.answer;
  if (cardData.keyWraps !== undefined) world.settings.keyWraps = cardData.keyWraps;
}

function createEncryptionKeys({ world }: MockCore): EncryptionKeys {
  return {
    current: () => currentEncryptionKey(world),
    async rotate({ privateKey, keepOlder = false } = {}) {
      const key = privateKey === undefined ? await makeRsaKey(world.random.sealing) : readKey(privateKey);
      return rotateEncryptionKey(world, key, keepOlder);
    },
    async explain(jwe, version) {
      const wanted = version ?? (await currentEncryptionKey(world)).version;
      return openRequest(jwe, await findEncryptionKey(world, wanted), world.settings.keyWraps).steps;
    },
  };
}
