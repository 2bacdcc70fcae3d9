import { expect, test } from 'vitest';

import { ApiDocument, findOperations, groupByTag, listOperations } from './api-document.ts';
import { listFields, typeText } from './schema-fields.ts';

const DOCUMENT = ApiDocument.parse({
  openapi: '3.1.0',
  info: { title: '接口', version: '1' },
  paths: {
    '/api/unions/{id}': {
      patch: {
        operationId: 'unions.update',
        tags: ['unions'],
        summary: '修改工会',
        description: 'access: unions.write; audit: union.updated',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
        requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
        responses: {
          '200': { content: { 'application/json': { schema: {}, example: { id: 1 } } } },
        },
      },
    },
    '/api/jobs': {
      get: { operationId: 'jobs.list', tags: ['jobs'], summary: '任务', responses: {} },
    },
  },
});

test('an operation tells who may call it, what it leaves behind and what comes back', () => {
  const [update] = listOperations(DOCUMENT);
  expect(update).toMatchObject({
    method: 'PATCH',
    path: '/api/unions/{id}',
    access: 'unions.write',
    audit: 'union.updated',
    bodyType: 'application/json',
    example: { id: 1 },
  });
});

test('operations are found by path, name or summary and grouped by tag', () => {
  const operations = listOperations(DOCUMENT);
  expect(findOperations(operations, ' 任务 ').map(({ id }) => id)).toEqual(['jobs.list']);
  expect(findOperations(operations, 'PATCH').map(({ id }) => id)).toEqual(['unions.update']);
  expect(groupByTag(operations).map(([tag]) => tag)).toEqual(['unions', 'jobs']);
});

test('the fields of a schema are listed from the outside in, with types in words', () => {
  const schema = {
    type: 'object',
    required: ['items'],
    properties: {
      items: {
        type: 'array',
        items: { type: 'object', properties: { day: { type: 'string', format: 'date' } } },
      },
      next: { anyOf: [{ type: 'string', maxLength: 40 }, { type: 'null' }] },
    },
  };
  expect(listFields(schema)).toEqual([
    { path: 'items', type: '列表：对象', isRequired: true, note: '' },
    { path: 'items[].day', type: '日期', isRequired: false, note: '' },
    { path: 'next', type: '文本（至多40字）或空', isRequired: false, note: '' },
  ]);
  expect(typeText({ type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER })).toBe(
    '整数（至少1）',
  );
});
