-- The union tree: who sees what. Every other table carries a union, and the database itself compares
-- it with the unions the request may see (setting app.scope, a list of ids; missing means none).

-- No tables of one's own either, not even for a session.
do $$ begin
  execute format('revoke temporary on database %I from public', current_database());
end $$;

create function visible_unions() returns int[]
  language sql stable parallel safe
  return string_to_array(nullif(current_setting('app.scope', true), ''), ',')::int[];
comment on function visible_unions() is 'Ids the current transaction may see; call it as (select visible_unions()) so that it runs once a query';

create function current_account() returns bigint
  language sql stable parallel safe
  return nullif(current_setting('app.account', true), '')::bigint;
comment on function current_account() is 'Account the current transaction acts for; null when none';

create table unions (
  id int generated always as identity primary key,
  parent_id int references unions (id),
  code text not null unique check (code ~ '^[0-9A-Za-z-]{1,40}$'),
  name text not null check (length(name) between 2 and 100),
  level text not null check (level in ('city', 'district', 'town_or_system', 'grassroots')),
  region_code text check (region_code ~ '^[0-9]{6}$'),
  credit_code text check (credit_code ~ '^[0-9A-Z]{18}$'),
  founded_on date,
  closed_on date,
  contact_name text,
  contact_phone_secret text,
  is_sample boolean not null default false,
  version int not null default 1,
  check (closed_on is null or founded_on is null or closed_on >= founded_on)
);
comment on table unions is 'Trade unions (工会组织), one row each, in one tree';
comment on column unions.code is 'Union code (工会编码) as the district gives it';
comment on column unions.region_code is 'Division code of GB/T 2260';
comment on column unions.credit_code is 'Unified social credit code of GB 32100';
comment on column unions.contact_phone_secret is 'Encrypted; context unions.contact_phone:<id>';
comment on column unions.version is 'Counts changes; a change names the version it saw';
create unique index unions_one_root on unions ((parent_id is null)) where parent_id is null;
create index unions_parent on unions (parent_id);

create table union_closure (
  ancestor_id int not null references unions (id) on delete cascade,
  descendant_id int not null references unions (id) on delete cascade,
  depth int not null check (depth >= 0),
  primary key (ancestor_id, descendant_id)
);
comment on table union_closure is 'Each union below each of its ancestors, itself included (depth 0); kept by triggers on unions';
create index union_closure_descendant on union_closure (descendant_id);

create function keep_union_closure() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.parent_id is not distinct from old.parent_id then return new; end if;
  -- Two moves at once could each be sound and together form a ring; a union founded while its parent
  -- moves would be listed below the old ancestors.
  perform pg_advisory_xact_lock(hashtext('union_closure'));
  if tg_op = 'UPDATE' then
    if exists (select from union_closure where ancestor_id = new.id and descendant_id = new.parent_id) then
      raise exception 'a union cannot stand below itself' using errcode = 'check_violation', constraint = 'unions_no_ring';
    end if;
    delete from union_closure c using union_closure below, union_closure above
    where below.ancestor_id = new.id and above.descendant_id = new.id and above.depth > 0
      and c.descendant_id = below.descendant_id and c.ancestor_id = above.ancestor_id;
  else
    insert into union_closure values (new.id, new.id, 0);
  end if;
  insert into union_closure
  select above.ancestor_id, below.descendant_id, above.depth + below.depth + 1
  from union_closure above, union_closure below
  where above.descendant_id = new.parent_id and below.ancestor_id = new.id;
  return new;
end $$;
create trigger unions_keep_closure after insert or update of parent_id on unions
  for each row execute function keep_union_closure();

create table union_placements (
  id bigint generated always as identity primary key,
  union_id int not null references unions (id) on delete cascade,
  parent_id int references unions (id) on delete cascade,
  name text not null,
  valid_from date,
  valid_to date,
  reason text not null,
  document text,
  end_reason text,
  recorded_at timestamptz not null default now(),
  recorded_by bigint,
  check (valid_to is null or valid_from is null or valid_to >= valid_from)
);
comment on table union_placements is 'History: under which union, with which name, from when to when (valid_to is the last day); open rows are in force';
comment on column union_placements.document is 'Paper the change rests on';
comment on column union_placements.end_reason is 'Why the union was closed on valid_to; null where another row follows';
create index union_placements_union on union_placements (union_id);
create unique index union_placements_one_open on union_placements (union_id) where valid_to is null;

create table union_memberships (
  union_id int not null references unions (id) on delete cascade,
  year int not null check (year between 1949 and 2200),
  member_count int not null check (member_count >= 0),
  worker_count int check (worker_count >= member_count),
  source text,
  primary key (union_id, year)
);
comment on table union_memberships is 'Members (会员) and workers (职工) of a union at the end of a year; of the union itself, not of those below';

alter table unions enable row level security;
alter table union_placements enable row level security;
alter table union_memberships enable row level security;
-- The second half shows a union just founded below a visible one, whose id no scope names yet.
create policy unions_scope on unions
  using (id = any ((select visible_unions())::int[]) or parent_id = any ((select visible_unions())::int[]));
create policy union_placements_scope on union_placements
  using (union_id = any ((select visible_unions())::int[]));
create policy union_memberships_scope on union_memberships
  using (union_id = any ((select visible_unions())::int[]));

-- Nobody's scope holds a root that does not exist yet.
create function found_root_union(root_code text, root_name text, root_level text) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
declare root_id int;
begin
  if exists (select from unions) then
    raise exception 'there is a union tree already' using errcode = 'unique_violation', constraint = 'unions_one_root';
  end if;
  insert into unions (code, name, level) values (root_code, root_name, root_level) returning id into root_id;
  return root_id;
end $$;
comment on function found_root_union(text, text, text) is 'The first union of an empty installation';
revoke execute on function found_root_union(text, text, text) from public;
grant execute on function found_root_union(text, text, text) to songnuan_app;

grant select, insert, update on unions to songnuan_app;
-- History is ended, never rewritten.
grant select, insert, update (valid_to, end_reason) on union_placements to songnuan_app;
grant select, insert, update, delete on union_memberships to songnuan_app;
grant select on union_closure to songnuan_app;
