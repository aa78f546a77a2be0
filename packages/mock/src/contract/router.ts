import type { Operation } from "./operation.ts";
import type { PathSegment } from "./path-segment.ts";

/** What the router found for a method and a path. */
export type RouteMatch =
  | { readonly kind: "match"; readonly operation: Operation; readonly segments: readonly string[] }
  | { readonly kind: "no-path" }
  | { readonly kind: "no-method"; readonly allowed: readonly string[] };

export type Router = (method: string, path: string) => RouteMatch;

interface Node {
  readonly texts: Map<string, Node>;
  /** Segments with text around a parameter, by their template. */
  readonly patterns: Map<string, { readonly pattern: RegExp; readonly node: Node }>;
  parameter: Node | undefined;
  readonly byMethod: Map<string, { operation: Operation; order: number }>;
}

interface Candidate {
  readonly node: Node;
  /** How much of the template is literal: 2 for a segment of text, 1 for one with text around a parameter. */
  readonly weight: number;
}

/**
 * Lays the operations out as a tree of path segments, so that finding one costs as much as its path is long, however
 * many there are. Where several templates match, the one with more literal segments wins, and among equals the later one:
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
  return { texts: new Map(), patterns: new Map(), parameter: undefined, byMethod: new Map() };
}

function nodeFor(root: Node, segments: readonly PathSegment[]): Node {
  let node = root;
  for (const segment of segments) node = childFor(node, segment);
  return node;
}

function childFor(node: Node, segment: PathSegment): Node {
  if (segment.kind === "parameter") {
    node.parameter ??= createNode();
    return node.parameter;
  }
  if (segment.kind === "text") {
    const child = node.texts.get(segment.text) ?? createNode();
    node.texts.set(segment.text, child);
    return child;
  }
  const entry = node.patterns.get(segment.template) ?? { pattern: segment.pattern, node: createNode() };
  node.patterns.set(segment.template, entry);
  return entry.node;
}

function collect(node: Node, segments: readonly string[], depth: number, weight: number, found: Candidate[]): void {
  const segment = segments[depth];
  if (segment === undefined) {
    if (node.byMethod.size > 0) found.push({ node, weight });
    return;
  }
  const child = node.texts.get(segment);
  if (child) collect(child, segments, depth + 1, weight + 2, found);
  for (const entry of node.patterns.values()) {
    if (entry.pattern.test(segment)) collect(entry.node, segments, depth + 1, weight + 1, found);
  }
  if (node.parameter) collect(node.parameter, segments, depth + 1, weight, found);
}

function best(candidates: readonly Candidate[], method: string): Operation | undefined {
  let chosen: { operation: Operation; order: number; weight: number } | undefined;
  for (const { node, weight } of candidates) {
    const entry = node.byMethod.get(method);
    if (!entry) continue;
    if (!chosen || weight > chosen.weight || (weight === chosen.weight && entry.order > chosen.order)) {
      chosen = { ...entry, weight };
    }
  }
  return chosen?.operation;
}
