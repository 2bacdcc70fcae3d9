import { z } from 'zod';

/** A JSON schema as far as it is shown. */
export interface JsonSchema {
  readonly [key: string]: unknown;
}

const Schema: z.ZodType<JsonSchema> = z.record(z.string(), z.unknown());

const Parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header', 'cookie']),
  required: z.boolean().default(false),
  schema: Schema.default({}),
});

const Content = z.record(
  z.string(),
  z.object({ schema: Schema.optional(), example: z.unknown().optional() }),
);

const Operation = z.object({
  operationId: z.string(),
  tags: z.array(z.string()).default([]),
  summary: z.string().default(''),
  description: z.string().default(''),
  parameters: z.array(Parameter).default([]),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ content: Content.optional() })),
});

/** What is read of an OpenAPI document; the rest stays as it is. */
export const ApiDocument = z.object({
  openapi: z.string(),
  info: z.object({ title: z.string(), version: z.string(), description: z.string().default('') }),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
});
export type ApiDocument = z.output<typeof ApiDocument>;

export type ApiParameter = z.output<typeof Parameter>;

export interface ApiOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** Right asked for, as the contract states it; empty when the document does not tell. */
  readonly access: string;
  /** The action that is left in the audit log. */
  readonly audit: string;
  readonly parameters: readonly ApiParameter[];
  readonly body: JsonSchema | undefined;
  readonly bodyType: string;
  readonly reply: JsonSchema | undefined;
  readonly example: unknown;
}

/** Every operation, in the order of the document. */
export function listOperations({ paths }: ApiDocument): ApiOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => toOperation(path, method, operation)),
  );
}

function toOperation(
  path: string,
  method: string,
  operation: z.output<typeof Operation>,
): ApiOperation {
  const { operationId, tags, summary, description, parameters } = operation;
  const [bodyType = '', body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const reply = Object.values(operation.responses['200']?.content ?? {})[0];
  return {
    id: operationId,
    method: method.toUpperCase(),
    path,
    tag: tags[0] ?? '',
    summary,
    access: /access: ([^;]+)/.exec(description)?.[1] ?? '',
    audit: auditText(/audit: (.+)$/.exec(description)?.[1] ?? ''),
    parameters,
    body: body?.schema,
    bodyType,
    reply: reply?.schema,
    example: reply?.example,
  };
}

/** A dash stands where nothing is left; the reason behind it is meant for those who write the program. */
function auditText(text: string): string {
  return text.startsWith('–') ? '不记录' : text;
}

/** Those with the text in path, name or summary. */
export function findOperations(
  operations: readonly ApiOperation[],
  search: string,
): readonly ApiOperation[] {
  const wanted = search.trim().toLowerCase();
  return operations.filter(({ id, method, path, summary }) =>
    `${id} ${method} ${path} ${summary}`.toLowerCase().includes(wanted),
  );
}

/** By tag, in the order they first appear. */
export function groupByTag(
  operations: readonly ApiOperation[],
): readonly (readonly [string, readonly ApiOperation[]])[] {
  const groups = new Map<string, ApiOperation[]>();
  for (const operation of operations) {
    groups.set(operation.tag, [...(groups.get(operation.tag) ?? []), operation]);
  }
  return [...groups];
}
