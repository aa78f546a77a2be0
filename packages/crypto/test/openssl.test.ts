import { execFile, execFileSync } from "node:child_process";
import { createDecipheriv, createPrivateKey } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { programPath } from "../../../scripts/programs/find-programs.ts";
import { sealResponse } from "./support/issuer.ts";
import { eachSession, openedPan, type RandomSession } from "./support/random-sessions.ts";

const run = promisify(execFile);
const openssl = await programPath("openssl");

describe("random sessions", () => {
  it("have their keys unwrapped by the OpenSSL command line", async () => {
    const folder = mkdtempSync(join(tmpdir(), "wisekit-"));
    try {
      const keyFile = join(folder, "key.pem");
      execFileSync(openssl, ["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", keyFile], {
        stdio: "ignore",
      });
      const privateKey = createPrivateKey(readFileSync(keyFile, "utf8"));
      const sessions: RandomSession[] = [];
      await eachSession([privateKey], ["RSA1_5", "RSA-OAEP-256"], async (one) => void sessions.push(one));
      const contentKeys = await unwrapWithOpenssl(folder, keyFile, sessions);
      for (const [index, { session, parts, pan }] of sessions.entries()) {
        const contentKey = contentKeys[index] as Buffer;
        const response = sealResponse(JSON.stringify({ ...JSON.parse(decrypted(contentKey, parts)), pan }), {
          contentKey,
        });
        expect(await openedPan(session, response)).toBe(pan);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function decrypted(contentKey: Buffer, [header, , iv, ciphertext, tag]: RandomSession["parts"]): string {
  const decipher = createDecipheriv("aes-256-gcm", contentKey, Buffer.from(iv, "base64url"));
  decipher.setAAD(Buffer.from(header)).setAuthTag(Buffer.from(tag, "base64url"));
  return decipher.update(ciphertext, "base64url", "utf8") + decipher.final("utf8");
}

async function unwrapWithOpenssl(
  folder: string,
  keyFile: string,
  sessions: readonly RandomSession[],
): Promise<Buffer[]> {
  const modes = { RSA1_5: "pkcs1", "RSA-OAEP-256": "oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256" };
  const commands = sessions.map(({ parts, keyWrap }, index) => {
    writeFileSync(join(folder, `${index}.wrapped`), Buffer.from(parts[1], "base64url"));
    const padding = `-pkeyopt rsa_padding_mode:${modes[keyWrap]}`;
    return `${openssl} pkeyutl -decrypt -inkey ${keyFile} ${padding} -in ${index}.wrapped -out ${index}.key`;
  });
  // Starting a process is most of the time, and waiting most of that.
  writeFileSync(join(folder, "commands"), commands.join("\n"));
  await run("xargs", ["-P", "8", "-a", "commands", "-I{}", "sh", "-c", "{}"], { cwd: folder });
  return sessions.map((_, index) => readFileSync(join(folder, `${index}.key`)));
}
