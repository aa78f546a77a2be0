import type { Operation, PathSegment } from "./operation.ts";

/** What the router found for a method and a path. */
export type RouteMatch =
  | { readonly kind: "match"; readonly operation: Operation; readonly segments: readonly string[] }
  | { readonly kind: "no-path" }
  | { readonly kind: "no-method"; readonly allowed: readonly string[] };

export type Router = (method: string, path: string) => RouteMatch;

interface Node {
  readonly texts: Map<string, Node>;
  parameter: Node | undefined;
  readonly byMethod: Map<string, { operation: Operation; order: number }>;
}

interface Candidate {
  readonly node: Node;
  readonly texts: number;
}

/**
 * Lays the operations out as a tree of path segments, so that finding one costs as much as its path is long, however
 * many there are. Where several templates fit, the one with more literal segments wins, and among equals the later one:
 * Prism's rule.
 */
export function createRouter(operations: readonly Operation[]): Router {
  const root = createNode();
  for (const [order, operation] of operations.entries()) {
    nodeFor(root, operation.segments).byMethod.set(operation.method, { operation, order });
  }
  return (method, path) => {
    const segments = splitPath(path);
    const candidates: Candidate[] = [];
    if (segments) collect(root, segments, 0, 0, candidates);
    if (!segments || candidates.length === 0) return { kind: "no-path" };
    const operation = best(candidates, method);
    if (operation) return { kind: "match", operation, segments };
    return { kind: "no-method", allowed: candidates.flatMap(({ node }) => [...node.byMethod.keys()]) };
  };
}

/** The decoded segments of a path, or undefined if it is no path. A segment that cannot be decoded stays as it is. */
function splitPath(path: string): string[] | undefined {
  if (!path.startsWith("/")) return undefined;
  const segments = path.split("/");
  segments.shift();
  if (!path.includes("%")) return segments;
  return segments.map((segment) => {
    try {
      return decodeURIComponent(segment);
    } catch {
      return segment;
    }
  });
}

function createNode(): Node {
  return { texts: new Map(), parameter: undefined, byMethod: new Map() };
}

function nodeFor(root: Node, segments: readonly PathSegment[]): Node {
  let node = root;
  for (const segment of segments) {
    if ("parameter" in segment) {
      node.parameter ??= createNode();
      node = node.parameter;
    } else {
      const child = node.texts.get(segment.text) ?? createNode();
      node.texts.set(segment.text, child);
      node = child;
    }
  }
  return node;
}

function collect(node: Node, segments: readonly string[], depth: number, texts: number, found: Candidate[]): void {
  const segment = segments[depth];
  if (segment === undefined) {
    if (node.byMethod.size > 0) found.push({ node, texts });
    return;
  }
  const child = node.texts.get(segment);
  if (child) collect(child, segments, depth + 1, texts + 1, found);
  if (node.parameter) collect(node.parameter, segments, depth + 1, texts, found);
}

function best(candidates: readonly Candidate[], method: string): Operation | undefined {
  let chosen: { operation: Operation; order: number; texts: number } | undefined;
  for (const { node, texts } of candidates) {
    const entry = node.byMethod.get(method);
    if (!entry) continue;
    if (!chosen || texts > chosen.texts || (texts === chosen.texts && entry.order > chosen.order)) {
      chosen = { ...entry, texts };
    }
  }
  return chosen?.operation;
}
