import { content, contractOf, get, post } from "./kinds-contract.ts";

const thing = content("application/json", { type: "object", examples: [{ id: 1 }] });
const key = {
  name: "X-idempotence-uuid",
  in: "header",
  required: true,
  "x-idempotency-key": true,
  schema: { type: "string" },
};

/** Operations for each kind of credentials. */
export const authKinds: object = contractOf({
  "/user": get("auth.user", thing),
  "/application": get("auth.application", thing, { security: [{ Application: [] }] }),
  "/either": get("auth.either", thing, { security: [{ Application: [] }, { User: [] }] }),
  "/personal": get("auth.personal", thing, { security: [{ Personal: [] }] }),
  "/none": get("auth.none", thing, { security: [] }),
  "/basic": get("auth.basic", thing, { security: [{ Basic: [] }] }),
  "/oauth/token": {
    post: {
      "x-sdk-name": "oauth.token",
      security: [{ Basic: [] }],
      requestBody: {
        required: true,
        ...content("application/x-www-form-urlencoded", {
          type: "object",
          required: ["grant_type"],
          properties: { grant_type: { enum: ["client_credentials", "registration_code"] } },
        }),
      },
      responses: { 200: { description: "The token.", ...content("application/json", { type: "object" }) } },
    },
  },
});

/** Operations with an idempotency key, in a header or in the body. */
export const keyedKinds: object = contractOf(
  {
    "/orders": post("keyed.header", "application/json", { type: "object" }, { parameters: [key] }),
    "/transfers": post(
      "keyed.body",
      "application/json",
      {
        allOf: [
          { $ref: "#/components/schemas/Base" },
          { type: "object", properties: { customerTransactionId: { type: "string", "x-idempotency-key": true } } },
        ],
      },
      { "x-retry": "keyed" },
    ),
    "/uploads": post(
      "keyed.upload",
      "multipart/form-data",
      { type: "object", properties: { file: { type: "string", format: "binary" } } },
      { parameters: [key] },
    ),
    "/files": {
      post: {
        "x-sdk-name": "keyed.file",
        parameters: [key],
        responses: { 200: { description: "A file.", ...content("application/pdf") } },
      },
    },
  },
  { Base: { type: "object", properties: { amount: { type: "number" } } } },
);

/** Operations whose responses rest on assumptions of different parts of the contract. */
export const assumedKinds: object = contractOf(
  {
    "/operation": get("assumed.operation", thing, { "x-assumption": "No source says what – or when – it returns." }),
    "/response/{id}": get("assumed.response", thing, {
      parameters: [
        {
          name: "id",
          in: "path",
          required: true,
          schema: { type: "integer", minimum: 1 },
          "x-assumption": "No source bounds it.",
        },
      ],
      responses: {
        200: { description: "Fine.", ...thing },
        400: {
          description: "Wrong.",
          "x-error-codes": ["request.invalid"],
          "x-assumption": "No source documents this error.",
          ...content("application/json", {
            type: "object",
            properties: {
              errors: {
                type: "array",
                items: { type: "object", properties: { code: { $ref: "#/components/schemas/Code" } } },
              },
            },
          }),
        },
      },
    }),
  },
  {
    Code: {
      type: "string",
      "x-open-enum": true,
      enum: ["request.invalid"],
      "x-error-code-enum": true,
      "x-assumption": "No source lists the codes.",
    },
  },
);

const filter = {
  name: "filter",
  in: "query",
  style: "deepObject",
  schema: { type: "object", properties: { least: { type: "integer" } } },
};

/** An operation that our own validators cannot read: it has an object in the query. */
export const prismKinds: object = contractOf({
  "/deep": get("prism.deep", thing, { parameters: [filter], "x-assumption": "No source says what it returns." }),
});

/** The same operation without a documented error. */
export const prismKindsWithoutErrors: object = contractOf({
  "/deep": get("prism.deep", thing, {
    parameters: [filter],
    responses: { 200: { description: "Fine.", ...thing } },
  }),
});
