import { z } from 'zod';
import type { ZodType } from 'zod';

/** What a route leaves in the audit log: a dotted past-tense action, or the reason why nothing. */
export type AuditRule =
  | { readonly action: string; readonly subject: string }
  | { readonly unaudited: string };

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One route as both sides know it: the server binds a function to it, the page calls it, OpenAPI
 * prints it, and a test walks every one of them with every role.
 */
export interface RouteContract<
  Access extends string = string,
  Params extends ZodType = ZodType,
  Query extends ZodType = ZodType,
  Body extends ZodType = ZodType,
  Reply extends ZodType = ZodType,
> {
  /** Operation id, feature first: `unions.create`. */
  readonly name: string;
  readonly method: HttpMethod;
  /** With parameters as `:id`; under `/api` but for a page that the server draws itself. */
  readonly path: `/${string}`;
  /** One Chinese line. */
  readonly summary: string;
  /** A permission, or one of `GeneralAccess`. */
  readonly access: Access;
  readonly audit: AuditRule;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly reply: Reply;
  readonly example: z.input<Reply>;
  /** Requests a minute of one sender; the usual limit when absent. */
  readonly perMinute?: number;
  /** The reply is made by the handler itself: a file, a redirect. */
  readonly isRaw?: boolean;
  /** Takes one file as multipart form data under the name `file`, behind the fields of the body. */
  readonly upload?: { readonly maxBytes: number };
}

/** What the handler of a route is given: parsed and typed. */
export interface RouteInput<Route extends RouteContract> {
  readonly params: z.output<Route['params']>;
  readonly query: z.output<Route['query']>;
  readonly body: z.output<Route['body']>;
  /** There where the route takes a file. */
  readonly upload?: UploadedFile;
}

export interface UploadedFile {
  /** As the sender named it: for showing, never for a path. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type RouteReply<Route extends RouteContract> = z.input<Route['reply']>;

const Nothing = z.strictObject({});
export type Nothing = typeof Nothing;

/** A contract as a feature writes it: a part of the input that is not named must be empty. */
export type RouteDefinition<
  Access extends string,
  Params extends ZodType,
  Query extends ZodType,
  Body extends ZodType,
  Reply extends ZodType,
> = Omit<RouteContract<Access, Params, Query, Body, Reply>, 'params' | 'query' | 'body'> & {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
};

export function completeRoute<
  Access extends string,
  Reply extends ZodType,
  Params extends ZodType,
  Query extends ZodType,
  Body extends ZodType,
>(
  definition: RouteDefinition<Access, Params, Query, Body, Reply>,
): RouteContract<Access, Params, Query, Body, Reply> {
  const { params = Nothing, query = Nothing, body = Nothing, ...rest } = definition;
  // A part that is absent has its default type, which is what it is given here.
  return { ...rest, params, query, body } as unknown as RouteContract<
    Access,
    Params,
    Query,
    Body,
    Reply
  >;
}
