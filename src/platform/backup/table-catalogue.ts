import type { ClientBase } from 'pg';
import pg from 'pg';

export interface CatalogueTable {
  readonly name: string;
  /** Those that are written; a computed column is not among them. */
  readonly columns: readonly string[];
  readonly identityColumns: readonly string[];
  /** Tables it refers to, itself left out. */
  readonly parents: readonly string[];
}

/**
 * The program's tables in the schema as it stands, each after those it refers to. What says which
 * migrations made them is not among them: the migrations write it themselves.
 */
export async function listTables(client: ClientBase): Promise<CatalogueTable[]> {
  const { rows } = await client.query<CatalogueTable>(LIST_TABLES);
  return parentsFirst(rows);
}

export function quote(name: string): string {
  return `public.${pg.escapeIdentifier(name)}`;
}

export function quoteAll(columns: readonly string[]): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ');
}

// A partition's rows are reached through its parent.
const LIST_TABLES = `
  select c.relname as name,
    (select coalesce(json_agg(a.attname order by a.attnum), '[]') from pg_attribute a
     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select coalesce(json_agg(a.attname order by a.attnum), '[]') from pg_attribute a
     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity <> '') as "identityColumns",
    (select coalesce(json_agg(distinct p.relname), '[]') from pg_constraint f join pg_class p on p.oid = f.confrelid
     where f.conrelid = c.oid and f.contype = 'f' and p.oid <> c.oid) as parents
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and c.relowner = current_user::regrole and c.relname <> 'schema_migrations'
  order by c.relname`;

function parentsFirst(tables: readonly CatalogueTable[]): CatalogueTable[] {
  const sorted: CatalogueTable[] = [];
  const done = new Set<string>();
  let waiting = [...tables];
  while (waiting.length > 0) {
    const ready = waiting.filter(({ parents }) => parents.every((parent) => done.has(parent)));
    if (ready.length === 0) {
      throw new Error(`tables refer to one another: ${waiting.map(({ name }) => name).join(', ')}`);
    }
    sorted.push(...ready);
    for (const { name } of ready) done.add(name);
    waiting = waiting.filter(({ name }) => !done.has(name));
  }
  return sorted;
}
