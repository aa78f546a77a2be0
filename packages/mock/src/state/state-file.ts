import { access, constants, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { MockContext } from "../engine/context.ts";
import { MockError } from "../mock-error.ts";
import { findDamage, type MockSnapshot, restoreSnapshot, takeSnapshot } from "./snapshot.ts";

/** Keeps the state in a file. */
export interface StateFile {
  /** Whether there was a state in it. */
  readonly wasRestored: boolean;
  /** Notes that something may have changed; it is written soon. */
  touch(): void;
  /** Writes now what is not written yet. */
  flush(): Promise<void>;
}

/** How long changes are gathered before they are written. */
const writeDelayMs = 250;

/**
 * Restores the state from a file, if it exists, and keeps the file up to date. Each write replaces the whole file at once.
 * @throws MockError `ERR_MOCK_STATE_DAMAGED` if the file is no snapshot, which is left as it is.
 * @throws MockError `ERR_MOCK_STATE_UNREACHABLE` if it cannot be read, or cannot be made.
 */
export async function openStateFile(path: string, context: MockContext): Promise<StateFile> {
  const snapshot = await readSnapshot(path);
  if (snapshot) restoreSnapshot(context, snapshot);
  else await assertFolder(path);
  let timer: NodeJS.Timeout | undefined;
  let isDirty = snapshot === undefined;
  let writing: Promise<void> = Promise.resolve();

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (!isDirty) return writing;
    isDirty = false;
    const content = JSON.stringify(takeSnapshot(context));
    writing = writing.then(() => replaceFile(path, content));
    return writing;
  }

  return {
    wasRestored: snapshot !== undefined,
    touch() {
      isDirty = true;
      timer ??= setTimeout(() => {
        flush().catch((error: unknown) => {
          process.emitWarning(`The state could not be written to ${path}: ${String(error)}`);
        });
      }, writeDelayMs).unref();
    },
    flush,
  };
}

/** Whoever names a folder that is not there learns it at the start, not after the first write. */
async function assertFolder(path: string): Promise<void> {
  try {
    await access(dirname(path), constants.W_OK);
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    const reason = isMissing ? "does not exist; make it first" : "cannot be written to";
    throw unreachable(path, `its folder ${dirname(path)} ${reason}`, cause);
  }
}

async function readSnapshot(path: string): Promise<MockSnapshot | undefined> {
  let content: string;
  try {
    content = await readFile(path, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw unreachable(path, `it cannot be read (${(cause as NodeJS.ErrnoException).code})`, cause);
  }
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (cause) {
    throw damaged(path, "it is not JSON", cause);
  }
  const damage = findDamage(value);
  if (damage) throw damaged(path, damage);
  return value as MockSnapshot;
}

function unreachable(path: string, reason: string, cause: unknown): MockError {
  return new MockError("ERR_MOCK_STATE_UNREACHABLE", `The state file ${path} cannot be used: ${reason}.`, { cause });
}

function damaged(path: string, reason: string, cause?: unknown): MockError {
  const message = `The state file ${path} cannot be used: ${reason}. It was left as it is; move it away to start anew.`;
  return new MockError("ERR_MOCK_STATE_DAMAGED", message, { cause });
}

async function replaceFile(path: string, content: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, content, { mode: 0o600 });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
