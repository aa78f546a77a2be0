import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programPath } from "../../../../scripts/programs/find-programs.ts";

/** A certificate and its private key, as PEM text. */
export interface KeyPair {
  readonly cert: string;
  readonly key: string;
}

/** An authority, and the certificates of a server on this machine and of a client that it signed. */
export interface Certificates {
  readonly ca: string;
  readonly server: KeyPair;
  readonly client: KeyPair;
}

export async function createCertificates(): Promise<Certificates> {
  const openssl = await programPath("openssl");
  const folder = mkdtempSync(join(tmpdir(), "wisekit-certificates-"));
  const run = (...words: string[]) => execFileSync(openssl, words, { cwd: folder, stdio: "pipe" });
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  const signed = (name: string, extension: string): KeyPair => {
    run(
      "req",
      ...newKey,
      "-keyout",
      `${name}.key`,
      "-out",
      `${name}.csr`,
      "-subj",
      `/CN=${name}`,
      "-addext",
      extension,
    );
    const authority = ["-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial", "-copy_extensions", "copy"];
    run("x509", "-req", "-in", `${name}.csr`, ...authority, "-days", "2", "-out", `${name}.crt`);
    return { cert: read(`${name}.crt`), key: read(`${name}.key`) };
  };
  try {
    run("req", "-x509", ...newKey, "-keyout", "ca.key", "-out", "ca.crt", "-subj", "/CN=authority", "-days", "2");
    return {
      ca: read("ca.crt"),
      server: signed("server", "subjectAltName=IP:127.0.0.1"),
      client: signed("partner", "extendedKeyUsage=clientAuth"),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
