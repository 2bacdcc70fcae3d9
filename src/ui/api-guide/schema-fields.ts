import type { JsonSchema } from './api-document.ts';

/** One line of a schema: a field, however deep it lies. */
export interface SchemaField {
  /** `items[].name` */
  readonly path: string;
  /** 文本, 整数, 列表 … with its bounds. */
  readonly type: string;
  readonly isRequired: boolean;
  readonly note: string;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  integer: '整数',
  boolean: '是否',
  object: '对象',
  array: '列表',
  null: '空',
};

const FORMAT_NAMES: Readonly<Record<string, string>> = {
  date: '日期',
  'date-time': '时间',
  uuid: 'UUID',
  email: '邮箱',
  uri: '网址',
};

/** Deeper than this a schema is told by its example. */
const DEEPEST = 4;

/** The fields of a schema from the outside in; none for a bare value. */
export function listFields(
  schema: JsonSchema,
  parent: string = '',
  depth: number = 0,
): SchemaField[] {
  if (depth > DEEPEST) return [];
  const branches = alternativesOf(schema);
  if (branches.length > 0)
    return distinct(branches.flatMap((one) => listFields(one, parent, depth)));
  const items = schemaOf(schema['items']);
  if (items !== undefined) return listFields(items, `${parent}[]`, depth + 1);
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(schemaOf(schema['properties']) ?? {}).flatMap(([name, value]) => {
    const property = schemaOf(value) ?? {};
    const path = parent === '' ? name : `${parent}.${name}`;
    return [
      {
        path,
        type: typeText(property),
        isRequired: required.includes(name),
        note: noteOf(property),
      },
      ...listFields(property, path, depth + 1),
    ];
  });
}

/** 文本（2–100字）, 日期, 列表：整数, 文本或空 */
export function typeText(schema: JsonSchema): string {
  const branches = alternativesOf(schema);
  if (branches.length > 0) return [...new Set(branches.map(typeText))].join('或');
  const values = schema['enum'];
  if (Array.isArray(values)) return values.map(String).join(' | ');
  if (schema['const'] !== undefined) return JSON.stringify(schema['const']);
  const items = schemaOf(schema['items']);
  if (items !== undefined) return `列表：${typeText(items)}`;
  const { format, type } = schema;
  if (typeof format === 'string' && FORMAT_NAMES[format] !== undefined) return FORMAT_NAMES[format];
  const names = (Array.isArray(type) ? type : [type]).map(
    (one) => TYPE_NAMES[String(one)] ?? '任意',
  );
  return names.join('或') + boundsText(schema);
}

/** What contracts say in English is meant for those who write the program. */
function noteOf({ description }: JsonSchema): string {
  return typeof description === 'string' && /\p{Script=Han}/u.test(description) ? description : '';
}

function boundsText(schema: JsonSchema): string {
  const isText = schema['type'] === 'string';
  const least = plainBound(schema[isText ? 'minLength' : 'minimum']);
  const most = plainBound(schema[isText ? 'maxLength' : 'maximum']);
  const unit = isText ? '字' : '';
  if (least === undefined && most === undefined) return '';
  if (most === undefined) return `（至少${least}${unit}）`;
  if (least === undefined) return `（至多${most}${unit}）`;
  return `（${least}–${most}${unit}）`;
}

/** The bounds of safe integers are no bounds anyone set. */
function plainBound(value: unknown): number | undefined {
  return typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined;
}

function alternativesOf(schema: JsonSchema): readonly JsonSchema[] {
  const branches = schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf'];
  if (!Array.isArray(branches)) return [];
  return branches.map(schemaOf).filter((branch) => branch !== undefined);
}

function schemaOf(value: unknown): JsonSchema | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
}

function distinct(fields: readonly SchemaField[]): SchemaField[] {
  return [...new Map(fields.map((field) => [field.path, field])).values()];
}
