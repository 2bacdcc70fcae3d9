import pg from 'pg';
import type { ClientBase } from 'pg';

/**
 * Drops all that migrations made, so that they can make it anew at another level. Rights on the schema,
 * extensions and what belongs to others stay.
 */
export async function clearSchema(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ kind: string; name: string; args: string | null }>(
    LIST_OWN,
  );
  for (const { kind, name, args } of rows) {
    const target = `public.${pg.escapeIdentifier(name)}${args === null ? '' : `(${args})`}`;
    // What hung on something dropped before it is gone with it.
    await client.query(`drop ${kind} if exists ${target} cascade`);
  }
}

const LIST_OWN = `
  with own as (
    select oid, 'pg_class'::regclass as catalogue, 1 as turn, relname::text as name, null::text as args,
      case relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end as kind
    from pg_class
    where relkind in ('r', 'p', 'v', 'm') and relnamespace = 'public'::regnamespace
      and relowner = current_user::regrole
    union all
    select oid, 'pg_proc'::regclass, 2, proname::text, pg_get_function_identity_arguments(oid), 'routine'
    from pg_proc where pronamespace = 'public'::regnamespace and proowner = current_user::regrole
    union all
    select oid, 'pg_type'::regclass, 3, typname::text, null, 'type'
    from pg_type
    where typtype in ('e', 'd') and typnamespace = 'public'::regnamespace
      and typowner = current_user::regrole
  )
  select kind, name, args from own
  where not exists (select from pg_depend d where d.classid = own.catalogue and d.objid = own.oid and d.deptype = 'e')
  order by turn, name`;
