type Json = Record<string, unknown>;

const text = { type: "string" };
const errors = { description: "Wrong.", content: { "application/json": { schema: { type: "object" } } } };

/** A contract of the given paths, with a user's and an application's token, and basic credentials. */
export function contractOf(paths: Record<string, Json>, schemas: Json = {}): object {
  const bearer = { type: "http", scheme: "bearer" };
  return {
    openapi: "3.1.0",
    info: { title: "Kinds", version: "1" },
    security: [{ User: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        User: { ...bearer, "x-token": "user" },
        Application: { ...bearer, "x-token": "application" },
        Personal: { ...bearer, "x-token": "personal" },
        Basic: { type: "http", scheme: "basic" },
      },
    },
  };
}

/** A POST whose body is of one media type, and which says what it got. */
export function post(name: string, mediaType: string, schema: Json, more: Json = {}): Json {
  const requestBody = { required: true, content: { [mediaType]: { schema } }, ...(more.requestBody as Json) };
  const content = { "application/json": { schema: { type: "object", examples: [{ got: "an example" }] } } };
  return {
    post: {
      "x-sdk-name": name,
      responses: { 200: { description: "Done.", content }, 400: errors },
      ...more,
      requestBody,
    },
  };
}

/** A GET whose 200 is as given. */
export function get(name: string, response: Json, more: Json = {}): Json {
  return {
    get: { "x-sdk-name": name, responses: { 200: { description: "Done.", ...response }, 400: errors }, ...more },
  };
}

/** The content of a response or request: one media type, one schema. */
export function content(mediaType: string, schema?: Json): Json {
  return { content: { [mediaType]: schema ? { schema } : {} } };
}

/** Request bodies of every kind that the contract's language has, by the path that takes them. */
export const bodyKinds: object = contractOf(
  {
    "/object": post("bodies.object", "application/json", {
      type: "object",
      required: ["name"],
      properties: { name: text, note: { type: ["string", "null"] } },
    }),
    "/array": post("bodies.array", "application/json", {
      type: "array",
      minItems: 1,
      items: { $ref: "#/components/schemas/Named" },
    }),
    "/map": post("bodies.map", "application/json", { type: "object", additionalProperties: { type: "integer" } }),
    "/either": post("bodies.either", "application/json", {
      type: "object",
      required: ["currency"],
      properties: { currency: { type: "string", pattern: "^[A-Z]{3}$" } },
      oneOf: [
        { type: "object", required: ["type", "iban"], properties: { type: { const: "iban" }, iban: text } },
        { type: "object", required: ["type", "sort"], properties: { type: { const: "sort" }, sort: text } },
      ],
    }),
    "/narrowed": post("bodies.narrowed", "application/json", {
      allOf: [{ $ref: "#/components/schemas/Named" }, { required: ["name"] }],
    }),
    "/optional": post(
      "bodies.optional",
      "application/json",
      { type: "object", properties: { name: text } },
      { requestBody: { required: false } },
    ),
    "/patch": post("bodies.patch", "application/merge-patch+json", {
      type: "object",
      properties: { name: { type: ["string", "null"] } },
    }),
    "/form": post("bodies.form", "application/x-www-form-urlencoded", {
      type: "object",
      required: ["count"],
      properties: { count: { type: "integer" }, tags: { type: "array", items: text } },
    }),
    "/files": post("bodies.files", "multipart/form-data", {
      type: "object",
      required: ["receipt"],
      properties: {
        receipt: { type: "string", format: "binary" },
        pages: { type: "array", items: { type: "string", contentMediaType: "image/png" } },
        count: { type: "integer" },
        note: text,
      },
    }),
    "/sealed": post("bodies.sealed", "application/jose+json", { type: "string", minLength: 5 }),
    "/text": post("bodies.text", "text/plain", { type: "string", maxLength: 5 }),
  },
  { Named: { type: "object", properties: { name: { type: "string", minLength: 2 } } } },
);

/** Responses of every kind, by their path. */
export const responseKinds: object = contractOf(
  {
    "/array": get(
      "responses.array",
      content("application/json", { type: "array", items: { $ref: "#/components/schemas/Coin" } }),
    ),
    "/either": get(
      "responses.either",
      content("application/json", {
        oneOf: [{ $ref: "#/components/schemas/Coin" }, { $ref: "#/components/schemas/Note" }],
      }),
    ),
    "/nothing": get("responses.nothing", content("application/json", { type: ["object", "null"], examples: [null] })),
    "/nullable": get(
      "responses.nullable",
      content("application/json", { oneOf: [{ type: "null" }, { $ref: "#/components/schemas/Coin" }] }),
    ),
    "/tree": get("responses.tree", content("application/json", { $ref: "#/components/schemas/Tree" })),
    "/map": get(
      "responses.map",
      content("application/json", { type: "object", additionalProperties: { $ref: "#/components/schemas/Coin" } }),
    ),
    "/strict": get("responses.strict", content("application/json", { $ref: "#/components/schemas/Strict" })),
    "/text": get("responses.text", content("text/plain", { type: "string", examples: ["hello"] })),
    "/jose": get("responses.jose", content("application/jose+json", { type: "string", examples: ["a.b.c"] })),
    "/pdf": get("responses.pdf", content("application/pdf", { type: "string", format: "binary" })),
    "/unknown": get("responses.unknown", content("application/x-qif")),
    "/none": get("responses.none", {}),
    "/statement.json": get(
      "responses.statement",
      content("application/json", { type: "object", examples: [{ lines: [] }] }),
    ),
    "/statement.{format}": get(
      "responses.download",
      {
        headers: { "Content-Disposition": { schema: { type: "string", examples: ['attachment; filename="a.pdf"'] } } },
        content: {
          "text/csv": { schema: { type: "string", examples: ["a,b"] } },
          "application/pdf": {},
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {},
          "text/plain": {},
        },
      },
      {
        parameters: [
          {
            name: "format",
            in: "path",
            required: true,
            schema: { type: "string", enum: ["csv", "pdf", "xlsx", "mt940"] },
          },
        ],
      },
    ),
    "/negotiated": get("responses.negotiated", {
      content: {
        "application/json": { schema: { type: "object", examples: [{}] } },
        "text/csv": { schema: { type: "string", examples: ["a,b"] } },
      },
    }),
  },
  {
    Coin: { type: "object", required: ["value"], properties: { value: { type: "number" } } },
    Note: { type: "object", required: ["words"], properties: { words: text } },
    Tree: {
      type: "object",
      required: ["name"],
      properties: { name: text, children: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
    },
    Strict: {
      type: "object",
      required: ["code", "sort"],
      properties: {
        code: { type: "string", pattern: "^[A-Z]{4}[0-9]{2}$" },
        sort: { type: "string", minLength: 6, maxLength: 6 },
      },
    },
  },
);
