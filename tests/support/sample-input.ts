import { z } from 'zod';

/** What a JSON schema says about one value, as far as a value is made from it. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly minLength?: number;
  readonly format?: string;
}

export type Sample = Readonly<Record<string, unknown>>;

/**
 * A value that an object schema takes: its required fields only, those that are named by `known` from
 * there (at any depth) and the others made up.
 * @throws Error when the schema refuses it: the caller must know more fields.
 */
export function sampleOf(schema: z.ZodType, known: Sample): Sample {
  const sample = make(describe(schema), known) as Sample;
  const parsed = schema.safeParse(sample);
  if (!parsed.success) {
    throw new Error(`no sample is known: ${JSON.stringify(sample)}: ${parsed.error.message}`);
  }
  return sample;
}

/** Names of all fields of an object schema, those that may be left out included. */
export function fieldsOf(schema: z.ZodType): readonly string[] {
  return Object.keys(describe(schema).properties ?? {});
}

const described = new WeakMap<z.ZodType, Schema>();

function describe(schema: z.ZodType): Schema {
  let known = described.get(schema);
  if (known === undefined) {
    known = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
    described.set(schema, known);
  }
  return known;
}

function make(schema: Schema, known: Sample): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.anyOf !== undefined) return make(schema.anyOf[0] ?? {}, known);
  if (schema.type === 'integer' || schema.type === 'number')
    return Math.max(1, schema.minimum ?? 1);
  if (schema.type === 'boolean') return true;
  if (schema.type === 'array') return [];
  if (schema.type === 'string') {
    if (schema.format === 'date') return '2026-03-02';
    return '测试内容'.padEnd(schema.minLength ?? 0, '好');
  }
  const { properties = {}, required = [] } = schema;
  return Object.fromEntries(
    required.map((name) => [
      name,
      name in known ? known[name] : make(properties[name] ?? {}, known),
    ]),
  );
}
