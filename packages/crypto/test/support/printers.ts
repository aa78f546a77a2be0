import type { Secret } from "@wisekit/crypto";

/**
 * Ways in which a program shows a value without having been asked for its secrets. They run in Node and, as text, in
 * a browser: each is complete in itself.
 */
export const printers: Readonly<Record<string, (secret: Secret) => string>> = {
  "a template literal": (secret) => `${secret}`,
  concatenation: (secret) => "pan: ".concat(secret as unknown as string),
  "String()": (secret) => String(secret),
  "toString()": (secret) => secret.toString(),
  "toLocaleString()": (secret) => secret.toLocaleString(),
  "Object.prototype.toString": (secret) => Object.prototype.toString.call(secret),
  "Number()": (secret) => String(Number(secret)),
  "a key of an object": (secret) => Object.keys({ [secret as unknown as string]: 1 }).join(),
  "Array.join": (secret) => [secret, secret].join(),
  "JSON.stringify": (secret) => JSON.stringify({ secret, list: [secret] }),
  "JSON.stringify of a copy": (secret) => JSON.stringify({ ...secret }),
  "Object.entries": (secret) => Object.entries(secret).map(String).join(),
  "all own properties and those of its prototypes": (secret) => {
    const texts: string[] = [];
    for (let at: object | null = secret; at; at = Object.getPrototypeOf(at)) {
      for (const name of Reflect.ownKeys(at)) {
        const { value } = Object.getOwnPropertyDescriptor(at, name) ?? {};
        texts.push(String(name), String(value));
      }
    }
    return texts.join();
  },
  "an error's message, stack and cause": (secret) => {
    const error = new Error(`failed with ${secret}`, { cause: secret });
    return `${error}${error.stack}${error.cause}`;
  },
  "an error serialiser": (secret) => {
    const error = Object.assign(new Error("failed", { cause: { secret } }), { secret, context: { pan: secret } });
    return JSON.stringify(error, Object.getOwnPropertyNames(error).concat("secret", "context", "pan"));
  },
  "the errors of misuse": (secret) => {
    const attempts = [() => (secret as unknown as () => void)(), () => secret.last4(), () => BigInt(secret as never)];
    return attempts
      .map((attempt) => {
        try {
          return String(attempt());
        } catch (error) {
          return secret.groups().join("").length > 11 ? "" : String((error as Error).stack);
        }
      })
      .join();
  },
  "React DevTools, which lists enumerable properties to any depth": (secret) => {
    const list = (value: unknown, depth: number): string => {
      if (typeof value !== "object" || value === null || depth > 4) return String(value);
      const names: string[] = [];
      for (const name in value) names.push(`${name}: ${list((value as Record<string, unknown>)[name], depth + 1)}`);
      return `${value} { ${names.join(", ")} }`;
    };
    return list({ props: { secret } }, 0);
  },
  "a query string and a form": (secret) => {
    const form = new FormData();
    form.set("pan", secret as unknown as string);
    return `${new URLSearchParams({ pan: secret as unknown as string })}${form.get("pan")}`;
  },
};

/** What one printer makes of a secret. */
export function printed(name: string, secret: Secret): string {
  const print = printers[name];
  if (print === undefined) throw new Error(`no printer ${name}`);
  return print(secret);
}

/** The ways of cloning that did not throw. */
export function cannotClone(secret: Secret): string[] {
  const { port1, port2 } = new MessageChannel();
  const ways: Record<string, () => unknown> = {
    structuredClone: () => structuredClone(secret),
    "structuredClone of a holder": () => structuredClone({ card: [secret] }),
    postMessage: () => port1.postMessage(secret),
    "postMessage of a holder": () => port1.postMessage({ card: { pan: secret } }),
    BroadcastChannel: () => {
      const channel = new BroadcastChannel("test");
      try {
        channel.postMessage({ secret });
      } finally {
        channel.close();
      }
    },
  };
  const failed = Object.entries(ways).filter(([, clone]) => {
    try {
      clone();
      return true;
    } catch (error) {
      return (error as Error).name !== "DataCloneError";
    }
  });
  port1.close();
  port2.close();
  return failed.map(([name]) => name);
}
