import type { ClientBase } from 'pg';
import pg from 'pg';

interface Reference {
  readonly childTable: string;
  readonly childColumns: readonly string[];
  readonly parentTable: string;
  readonly parentColumns: readonly string[];
}

/** Rows of one table that go with the rows they hang on. */
export interface DependentRows {
  readonly table: string;
  /** Condition in SQL over the table under its own name. */
  readonly condition: string;
}

/**
 * Which rows hang on others, by the foreign keys as they stand, those that are merely emptied left out.
 * Deepest first: deleted in this order, nothing refers to a row any more when its turn comes.
 * @param roots tables with the condition on their own rows; nothing else is asked of these tables.
 */
export async function listDependentRows(
  client: ClientBase,
  roots: Readonly<Record<string, string>>,
): Promise<DependentRows[]> {
  const { rows } = await client.query<Reference>(LIST_REFERENCES);
  const references = rows.filter(({ childTable, parentTable }) => childTable !== parentTable);
  const found = new Map<string, string>();
  const visit = (table: string, path: readonly string[]): string => {
    const known = found.get(table);
    if (known !== undefined) return known;
    if (path.includes(table)) throw new Error(`tables refer to one another: ${path.join(', ')}`);
    const condition = roots[table] ?? conditionOf(table, [...path, table]);
    found.set(table, condition);
    return condition;
  };
  const conditionOf = (table: string, path: readonly string[]): string => {
    const parts = references
      .filter(({ childTable }) => childTable === table)
      .map((reference) => ({ reference, condition: visit(reference.parentTable, path) }))
      .filter(({ condition }) => condition !== '')
      .map(({ reference, condition }) => hangsOn(reference, condition));
    return parts.join(' or ');
  };
  for (const { childTable } of references) visit(childTable, []);
  for (const root of Object.keys(roots)) visit(root, []);
  return deepestFirst([...found.keys()], references)
    .map((table) => ({ table, condition: found.get(table) ?? '' }))
    .filter(({ condition }) => condition !== '');
}

function hangsOn(reference: Reference, condition: string): string {
  const child = reference.childColumns.map((name) => pg.escapeIdentifier(name)).join(', ');
  const parent = reference.parentColumns.map((name) => pg.escapeIdentifier(name)).join(', ');
  const table = pg.escapeIdentifier(reference.parentTable);
  return `(${child}) in (select ${parent} from ${table} where ${condition})`;
}

function deepestFirst(tables: readonly string[], references: readonly Reference[]): string[] {
  const sorted: string[] = [];
  const visit = (table: string): void => {
    if (sorted.includes(table)) return;
    for (const { childTable, parentTable } of references) {
      if (parentTable === table) visit(childTable);
    }
    sorted.push(table);
  };
  tables.forEach(visit);
  return sorted.filter((table) => tables.includes(table));
}

const LIST_REFERENCES = `
  select c.relname as "childTable", p.relname as "parentTable",
    (select json_agg(a.attname order by k.place) from unnest(f.conkey) with ordinality k (number, place)
     join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.number) as "childColumns",
    (select json_agg(a.attname order by k.place) from unnest(f.confkey) with ordinality k (number, place)
     join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.number) as "parentColumns"
  from pg_constraint f
  join pg_class c on c.oid = f.conrelid join pg_class p on p.oid = f.confrelid
  where f.contype = 'f' and f.confdeltype not in ('n', 'd')
    and c.relnamespace = 'public'::regnamespace and not c.relispartition
  order by 1, 2, f.conname`;
