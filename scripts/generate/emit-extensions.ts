import type { NodeKind } from "../contract/contract-nodes.ts";
import type { Extension } from "../contract/vocabulary/extension.ts";
import { vocabulary } from "../contract/vocabulary.ts";

interface Section {
  readonly title: string;
  /** The section has the extensions whose first place is one of these; an extension without places may stand anywhere. */
  readonly kinds: readonly NodeKind[];
  /** Markdown after the table. */
  readonly after?: string;
}

const PLACES: Readonly<Record<NodeKind, string>> = {
  root: "document",
  info: "`info`",
  server: "server",
  tag: "tag",
  defaults: "`x-operation-defaults`",
  components: "components",
  securityScheme: "security scheme",
  path: "path",
  operation: "operation",
  webhookPath: "webhook",
  webhook: "webhook",
  parameter: "parameter",
  requestBody: "request body",
  mediaType: "media type",
  response: "response",
  header: "response header",
  schema: "schema",
  property: "property",
  example: "example",
};

const INTRODUCTION = `# Extensions of the contract

OpenAPI describes requests and responses. These \`x-\` extensions describe what else code has to know about the API, so
that nothing about the API is written in code. They are defined in one table, \`scripts/contract/vocabulary.ts\`: lint and
generator check every extension by it, and this page is generated from it. A mistake is reported with file and line.

"Read by" names who acts on an extension: the packages \`client\`, \`crypto\`, \`react\` and \`mock\`, the generated \`docs\`,
or the \`generator\` alone.
`;

const SECTIONS: readonly Section[] = [
  {
    title: "On an operation",
    kinds: ["operation", "path"],
    after: `Pages are walked in one of five styles:

\`\`\`yaml
x-pagination: { style: page-number, page: pageNumber, size: pageSize, items: cards, total: totalCount }
x-pagination: { style: offset, offset: offset, limit: limit } # the response is an array
x-pagination: { style: cursor, cursor: nextCursor, next: cursor.next, items: activities }
x-pagination: { style: last-id, cursor: lastId, id: id, size: pageSize, items: transactions }
x-pagination: { style: date-window, from: intervalStart, to: intervalEnd, maximumDays: 469, boundary: inclusive, format: date-time, items: transactions }
\`\`\`

A write whose arguments have other names than those of the read that it changes says how they correspond:

\`\`\`yaml
x-invalidates: [transfers.list, { read: transfers.get, by: { transferId: id } }]
\`\`\`
`,
  },
  {
    title: "On a parameter, a request body or one of its fields",
    kinds: ["parameter", "requestBody"],
    after: `Arguments keep the wire's name, whether they travel in path, query or body. A header is one of four things:

| in the contract | for the caller |
|---|---|
| \`x-sdk-argument: cardToken\` | an argument |
| \`x-sdk-option: correlationId\` | an option of the call, which any call may have |
| \`x-idempotency-key: true\` | the option \`idempotencyKey\` |
| \`required: true\` and \`schema: { const: jws }\` | nothing: the client always sends it |
`,
  },
  { title: "On a security scheme", kinds: ["securityScheme"] },
  {
    title: "On a response and its headers",
    kinds: ["response", "header"],
    after: `A response with a \`pan\`, \`cvv2\` or \`pin\` property, or of the media type \`application/jose\`, is sealed: the client
passes it on as an opaque envelope and never as an object with readable fields.
`,
  },
  { title: "On a schema or a property", kinds: ["schema", "property"] },
  {
    title: "On a server",
    kinds: ["server"],
    after: `Environments and hosts are whatever words the contract uses. An operation is available in the environments that its
servers cover: one with a sandbox address only cannot be called in production.
`,
  },
  {
    title: "On the document",
    kinds: ["root", "info"],
    after: `With \`x-operation-defaults\` an operation says only what is particular to it:

\`\`\`yaml
get:
  operationId: cardGet
  tags: [cards]
  summary: Get a card
  description: Returns one card.
  x-sdk-name: cards.get
  responses:
    "200":
      description: The card.
      content:
        application/json:
          schema: { $ref: ../schemas/card.yaml#/Card }
    "404": { $ref: ../components/responses.yaml#/CardNotFound }
\`\`\`
`,
  },
  { title: "Anywhere", kinds: [] },
];

/** The page that explains the contract's extensions, `spec/extensions.md`. */
export function emitExtensions(): string {
  const notice = "<!-- Generated from scripts/contract/vocabulary.ts by `pnpm generate`; edit that instead. -->\n";
  return [notice, INTRODUCTION, ...SECTIONS.map(section)].join("\n");
}

function section({ title, kinds, after }: Section): string {
  const rows = vocabulary.filter(({ places: [first] }) => (first ? kinds.includes(first) : kinds.length === 0));
  const table = [
    "| extension | stands on | demanded on | value | meaning | read by |",
    "|---|---|---|---|---|---|",
    ...rows.map(row),
  ];
  return [`## ${title}\n`, `${table.join("\n")}\n`, ...(after ? [after] : [])].join("\n");
}

function row({ name, places, demand, expected, meaning, readers }: Extension): string {
  const standsOn = places.map((place) => PLACES[place]).join(", ") || "anything";
  const cells = [`\`${name}\``, standsOn, demand?.where ?? "", expected, meaning, readers.join(", ")];
  return `| ${cells.join(" | ")} |`;
}
