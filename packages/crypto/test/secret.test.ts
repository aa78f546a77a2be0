import { format, inspect } from "node:util";
import { createSecret, isSecret, type Secret, SecretDisposedError } from "@wisekit/crypto";
import { describe, expect, it } from "vitest";
import { cannotClone, printed, printers } from "./support/printers.ts";

const canaries = { pan: "4396910000012345", cvv2: "90817263541", pin: "86420975311" };

describe.each(Object.entries(canaries))("a secret %s", (_, value) => {
  it.each(Object.keys(printers))("does not show in %s", (name) => {
    const text = printed(name, createSecret(value));
    expect(text).not.toContain(value);
    for (const shape of leaksOf(value)) expect(text).not.toContain(shape);
  });

  it("does not show in what Node prints, hidden properties, getters and proxies included", () => {
    const secret = createSecret(value);
    for (const options of [{}, { showHidden: true, depth: null, getters: true, showProxy: true }]) {
      for (const holder of [secret, { secret }, [secret], new Map([["secret", secret]]), new Proxy(secret, {})]) {
        expect(inspect(holder, options)).not.toContain(value);
      }
    }
    expect(format("%s %o %O %j %d", secret, secret, secret, secret, secret)).not.toContain(value);
    expect(inspect({ secret })).toBe("{ secret: [secret] }");
  });

  it("throws instead of being cloned, alone or inside something", () => {
    expect(cannotClone(createSecret(value))).toEqual([]);
  });
});

describe("use()", () => {
  it("calls back with a copy as ASCII bytes and returns what the callback returns", () => {
    const secret = createSecret("1234");
    expect(secret.use((bytes) => Buffer.from(bytes).toString("ascii"))).toBe("1234");
  });

  it("zeroes the copy when the callback returns, keeps it or throws", () => {
    const secret = createSecret("1234");
    expect([...secret.use((bytes) => bytes)]).toEqual([0, 0, 0, 0]);
    let kept: Uint8Array | undefined;
    const using = () =>
      secret.use((bytes) => {
        kept = bytes;
        throw new Error("callback failed");
      });
    expect(using).toThrow("callback failed");
    expect([...(kept ?? [])]).toEqual([0, 0, 0, 0]);
    expect(secret.groups()).toEqual(["1234"]);
  });

  it.each(["fulfilled", "rejected"])(
    "zeroes the copy when the promise of the callback is %s, and not before",
    async (outcome) => {
      let settle = () => {};
      const promise = new Promise<void>((resolve, reject) => {
        settle = outcome === "fulfilled" ? resolve : () => reject(new Error("callback failed"));
      });
      let kept = new Uint8Array();
      const using = createSecret("1234").use((bytes) => {
        kept = bytes as Uint8Array<ArrayBuffer>;
        return promise;
      });
      await Promise.resolve();
      expect([...kept]).toEqual([0x31, 0x32, 0x33, 0x34]);
      settle();
      await using.catch(() => undefined);
      expect([...kept]).toEqual([0, 0, 0, 0]);
    },
  );

  it("waits for any thenable, not only for promises of this realm", async () => {
    const text = await createSecret("1234").use((bytes) => ({
      // biome-ignore lint/suspicious/noThenProperty: a thenable is what is tested
      then: (settle: (value: string) => void) => setTimeout(() => settle(Buffer.from(bytes).toString())),
    }));
    expect(text).toBe("1234");
  });

  it("cannot change the secret through the copy", () => {
    const secret = createSecret("1234");
    secret.use((bytes) => bytes.fill(0x39));
    expect(secret.groups()).toEqual(["1234"]);
  });
});

describe("display", () => {
  it("gives a card number in groups of four, a CVV2 and a PIN as one", () => {
    expect(createSecret("4396910000012345").groups()).toEqual(["4396", "9100", "0001", "2345"]);
    expect(createSecret("439691000001234").groups()).toEqual(["4396", "9100", "0001", "234"]);
    expect(createSecret("987").groups()).toEqual(["987"]);
    expect(createSecret("123456").groups()).toEqual(["123456"]);
  });

  it("gives the last four digits of a card number, and of nothing shorter", () => {
    expect(createSecret("4396910000012345").last4()).toBe("2345");
    for (const short of ["8642", "987", "12345678901"]) expect(() => createSecret(short).last4()).toThrow(TypeError);
  });
});

describe("dispose()", () => {
  it("leaves no value to use or show, and may be called again", () => {
    const secret = createSecret("4396910000012345");
    expect(secret.disposed).toBe(false);
    secret.dispose();
    secret.dispose();
    expect(secret.disposed).toBe(true);
    for (const reach of [() => secret.use(() => 1), () => secret.groups(), () => secret.last4()]) {
      expect(reach).toThrow(SecretDisposedError);
    }
    expect(`${secret}`).toBe("[secret]");
  });

  it("happens at the end of a `using` block", () => {
    let outside: Secret | undefined;
    {
      using secret = createSecret("1234");
      outside = secret;
      expect(outside.disposed).toBe(false);
    }
    expect(outside.disposed).toBe(true);
  });

  it("does not zero the copy of a callback that is still running", async () => {
    const secret = createSecret("1234");
    const text = secret.use(async (bytes) => {
      await Promise.resolve();
      return Buffer.from(bytes).toString();
    });
    secret.dispose();
    expect(await text).toBe("1234");
  });
});

describe("createSecret()", () => {
  it("keeps a copy of bytes of its own", () => {
    const bytes = Buffer.from("1234");
    const secret = createSecret(bytes);
    bytes.fill(0);
    expect(secret.groups()).toEqual(["1234"]);
  });

  it.each<[string, Uint8Array | string]>([
    ["an empty string", ""],
    ["a line break", "12\n34"],
    ["other digits", "１２３４"],
    ["bytes beyond ASCII", Uint8Array.of(0x31, 0x80)],
  ])("refuses %s without quoting it", (_, value) => {
    expect(() => createSecret(value)).toThrow(
      new TypeError("createSecret(): value must be printable ASCII and not empty"),
    );
  });
});

describe("isSecret()", () => {
  it("knows a secret of another copy of the package, and nothing else", () => {
    expect(isSecret(createSecret("1234"))).toBe(true);
    expect(isSecret({ [Symbol.for("@wisekit/crypto/Secret")]: true })).toBe(true);
    for (const other of [undefined, null, "1234", {}, [], () => 1]) expect(isSecret(other)).toBe(false);
  });
});

/** The value as text, as bytes in decimal and hexadecimal, in base64. */
function leaksOf(value: string): string[] {
  const bytes = Buffer.from(value);
  return [
    [...bytes].join(","),
    [...bytes].join(", "),
    bytes.toString("hex"),
    bytes.toString("hex").replace(/(..)(?!$)/g, "$1 "),
    bytes.toString("base64"),
  ];
}
