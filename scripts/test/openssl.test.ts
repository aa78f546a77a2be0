import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { opensslVersion } from "../checks/openssl.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "openssl-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function installOpenssl(): Promise<void> {
  await writeFile(join(folder, "openssl"), "#!/bin/sh\necho OpenSSL 3.0.0\n");
  await chmod(join(folder, "openssl"), 0o755);
}

it("OpenSSL that is there is used as it is", async () => {
  await installOpenssl();
  expect(await opensslVersion({ path: folder, install: undefined })).toBe("OpenSSL 3.0.0");
});

it("a missing OpenSSL is installed and then found", async () => {
  expect(await opensslVersion({ path: folder, install: installOpenssl })).toBe("OpenSSL 3.0.0");
});

it("where it cannot be installed the error says what to type", async () => {
  await expect(opensslVersion({ path: folder, install: undefined })).rejects.toThrow(/apt-get install -y .*openssl/);
});

it("an installation that brings nothing is an error", async () => {
  await expect(opensslVersion({ path: folder, install: async () => {} })).rejects.toThrow("No openssl found");
});
