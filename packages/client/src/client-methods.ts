import { createHttpClient } from "./adapters/http-client.ts";
import type { UserAuth } from "./auth/access-token.ts";
import { runCall, startCall } from "./call/call.ts";
import type { ClientCore } from "./call/client-core.ts";
import type { PagedOperation } from "./call/pages.ts";
import { type AsOptions, coreForUser } from "./call/user-core.ts";
import { type Operation, operationOf, operationsOf, type Resource } from "./operation.ts";
import type { CallOptions, PageOptions } from "./options/call-options.ts";

/** Resources by the names under which a client has them. */
export type ResourceSet = Readonly<Record<string, Resource<unknown>>>;

/** What is behind a client. */
export interface ClientParts {
  readonly core: ClientCore;
  readonly resources: ResourceSet;
}

// A function behind a symbol, so that nothing that prints a client prints what is behind it.
const partsOf = Symbol("parts");

interface Assembled {
  readonly [partsOf]: () => ClientParts;
}

const clientPrototypes = new WeakMap<ResourceSet, object>();
const groupPrototypes = new WeakMap<Resource<unknown>, object>();

/** A client from its parts. A resource and its methods are made when they are used for the first time. */
export function assembleClient(parts: ClientParts): object {
  return assemble(remembered(clientPrototypes, parts.resources, clientPrototype), parts);
}

/** The parts of a client, or a `TypeError` if it is none of this copy of the package. */
export function clientParts(where: string, client: unknown): ClientParts {
  const parts = (client as Partial<Assembled> | null | undefined)?.[partsOf];
  if (parts) return parts();
  throw new TypeError(`${where}: client must be made by createClient() or createClientWith()`);
}

function assemble(prototype: object, parts: ClientParts): object {
  return Object.defineProperty(Object.create(prototype), partsOf, { value: () => parts });
}

function clientPrototype(resources: ResourceSet): object {
  const prototype = {};
  for (const [name, resource] of Object.entries(resources)) {
    defineLazily(prototype, name, (parts) => assemble(remembered(groupPrototypes, resource, groupPrototype), parts));
  }
  defineLazily(prototype, "http", ({ core }) => createHttpClient(core, () => operationsOf(resources)));
  defineLazily(prototype, "as", ({ core, resources }) => {
    const plain = { ...core }; // Without a getter, an object is copied many times faster.
    return (auth: UserAuth, options?: AsOptions) =>
      assembleClient({ core: coreForUser(plain, auth, options), resources });
  });
  return prototype;
}

function groupPrototype(resource: Resource<unknown>): object {
  const prototype = {};
  for (const method of Object.keys(resource.operations)) {
    defineLazily(prototype, method, ({ core }) => createMethod(core, operationOf(resource, method)));
  }
  return prototype;
}

function createMethod(core: ClientCore, operation: Operation): unknown {
  const call = (args: unknown, options?: CallOptions) => startCall(core, operation, args, options);
  const { name, page, all } = operation;
  if (!page || !all) return call;
  const callPage: PagedOperation["callPage"] = (args, options) => runCall(core, operation, args, options);
  return Object.assign(call, {
    all: (args?: Record<string, unknown>, options?: PageOptions) =>
      all({ name, page, nowMs: core.clock.now(), callPage }, args, options),
  });
}

/** A property that is made when it is read for the first time, and then belongs to the object itself. */
function defineLazily(prototype: object, name: string, make: (parts: ClientParts) => unknown): void {
  Object.defineProperty(prototype, name, {
    get(this: Assembled) {
      const value = make(this[partsOf]());
      Object.defineProperty(this, name, { value, enumerable: true });
      return value;
    },
  });
}

function remembered<Key extends object, Value>(known: WeakMap<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  const value = known.get(key) ?? make(key);
  known.set(key, value);
  return value;
}
