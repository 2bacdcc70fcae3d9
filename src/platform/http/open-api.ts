import { z } from 'zod';

import type { RouteContract } from '#core/route-contract.ts';

export interface ApiTitle {
  readonly title: string;
  readonly version: string;
  readonly description: string;
}

/** Fields of an object schema that OpenAPI wants one by one. */
interface ObjectSchema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'status', 'code', 'detail', 'params', 'requestId'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable name of the failure' },
    detail: { type: 'string', description: 'What is wrong and how to mend it, in Chinese' },
    params: { type: 'object' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
  example: {
    type: 'about:blank',
    status: 403,
    code: 'access.permission_missing',
    detail: '您的角色没有这项权限。',
    params: {},
    requestId: 'req-1',
  },
};

/** The OpenAPI 3.1 document of the contracts; nothing in it is written twice. */
export function toOpenApi(routes: readonly RouteContract[], info: ApiTitle): object {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = describeRoute(route);
  }
  return {
    openapi: '3.1.0',
    info,
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'songnuan_session' },
      },
    },
  };
}

function describeRoute(route: RouteContract): object {
  const audit = 'action' in route.audit ? route.audit.action : `– (${route.audit.unaudited})`;
  return {
    operationId: route.name,
    tags: [tagOf(route)],
    summary: route.summary,
    description: `access: ${route.access}; audit: ${audit}`,
    ...(route.access === 'anonymous' ? { security: [] } : { security: [{ session: [] }] }),
    parameters: [...listParameters(route.params, 'path'), ...listParameters(route.query, 'query')],
    ...(route.method === 'GET' ? {} : { requestBody: describeBody(route) }),
    responses: {
      '200': {
        description: route.summary,
        content: describeReply(route),
      },
      default: {
        description: '未能办理的原因（RFC 9457）',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  };
}

/** A reply made by the handler itself is a file, or a redirect without one. */
function describeReply({ reply, example, isRaw }: RouteContract): object {
  const schema = toSchema(reply, 'output');
  if (isRaw === true) return { 'application/octet-stream': { schema } };
  return { 'application/json': { schema, example } };
}

function listParameters(schema: z.ZodType, place: 'path' | 'query'): object[] {
  const { properties = {}, required = [] } = toSchema(schema, 'input') as ObjectSchema;
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function describeBody({ body, upload }: RouteContract): object {
  const schema = toSchema(body, 'input') as ObjectSchema;
  if (upload === undefined) return { content: { 'application/json': { schema } } };
  const properties = { ...schema.properties, file: { type: 'string', format: 'binary' } };
  const required = [...(schema.required ?? []), 'file'];
  return { content: { 'multipart/form-data': { schema: { ...schema, properties, required } } } };
}

function toSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function tagOf({ name }: RouteContract): string {
  return name.split('.', 1)[0] ?? name;
}
