import type { ArgumentModel, OperationModel } from "../generate/model.ts";
import type { ReceivedResponse } from "./contract-validator.ts";

/** Arguments of a call by their name in the SDK. */
export type CallValues = Readonly<Record<string, unknown>>;

/** A request as it goes over the wire. */
export interface WireRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** The lists of arguments that an operation can be called with: one, or one for each shape of its body. */
export function argumentLists({ arguments: all, bodyVariants }: OperationModel): (readonly ArgumentModel[])[] {
  if (bodyVariants.length === 0) return [all];
  const beside = all.filter((argument) => argument.in !== "body");
  return bodyVariants.map((variant) => [...beside, ...variant.arguments]);
}

/** The request that an operation is, with these values of its arguments. Arguments without a value are left out. */
export function wireRequest(
  operation: OperationModel,
  argumentsOfCall: readonly ArgumentModel[],
  values: CallValues,
): WireRequest {
  const place = (where: ArgumentModel["in"]): [string, unknown][] =>
    argumentsOfCall
      .filter((argument) => argument.in === where && values[argument.name] !== undefined)
      .map((argument) => [argument.wireName, values[argument.name]]);
  const path = place("path").reduce(
    (text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(String(value))),
    operation.path,
  );
  const query = new URLSearchParams(texts(place("query")));
  const headers = texts(place("header"));
  return {
    method: operation.httpMethod.toUpperCase(),
    path: query.size > 0 ? `${path}?${query}` : path,
    headers: { authorization: authorization(place("credentials").map(([, value]) => value)), ...headers },
    ...bodyOf(operation, place("body")),
  };
}

function texts(fields: readonly [string, unknown][]): Record<string, string> {
  return Object.fromEntries(fields.map(([name, value]) => [name, String(value)]));
}

function authorization(credentials: readonly unknown[]): string {
  return credentials.length === 0 ? "Bearer a-token-of-a-user" : `Basic ${btoa(credentials.join(":"))}`;
}

function bodyOf({ body }: OperationModel, fields: [string, unknown][]): { body?: string } {
  if (body.kind === "json") return { body: JSON.stringify(Object.fromEntries(fields)) };
  if (body.kind === "form") return { body: new URLSearchParams(texts(fields)).toString() };
  return {};
}

/** The media type that an operation's body is sent as. */
export function mediaTypeOf({ body }: OperationModel): Record<string, string> {
  return body.kind === "none" ? {} : { "content-type": body.mediaType };
}

/** Sends a request to a server and reads the whole response. */
export async function sendRequest(url: string, { path, ...init }: WireRequest): Promise<ReceivedResponse> {
  return readResponse(await fetch(`${url}${path}`, init));
}

/** A response with its body read. */
export async function readResponse(response: Response): Promise<ReceivedResponse> {
  return { status: response.status, mediaType: response.headers.get("content-type"), text: await response.text() };
}
