-- An entry is one text, hashed as it stands; the columns for searching are computed from that text by
-- the database, so they cannot say something else. Blocks seal entries after their commit: writers
-- never wait for one another.
create table audit_entries (
  id bigint generated always as identity primary key,
  body text not null,
  mac bytea not null,
  at_ms bigint not null generated always as ((body::jsonb ->> 'atMs')::bigint) stored,
  account_id bigint generated always as ((body::jsonb ->> 'accountId')::bigint) stored,
  union_id int generated always as ((body::jsonb ->> 'unionId')::int) stored,
  action text not null generated always as (body::jsonb ->> 'action') stored,
  subject text generated always as (body::jsonb ->> 'subject') stored,
  subject_id text generated always as (body::jsonb ->> 'subjectId') stored,
  outcome text not null generated always as (body::jsonb ->> 'outcome') stored
    check (outcome in ('done', 'refused', 'failed'))
);
comment on table audit_entries is 'What was done, by whom, to what, with what outcome; only ever added to';
comment on column audit_entries.body is 'Canonical JSON text of the entry: atMs, accountId, accountName, unionId, action, subject, subjectId, outcome, requestId, ip, reason, before, after';
comment on column audit_entries.mac is 'HMAC of the body under the audit key: an entry added past the program has none';
create index audit_entries_at on audit_entries (at_ms desc, id desc);
create index audit_entries_union on audit_entries (union_id, id desc);
create index audit_entries_account on audit_entries (account_id, id desc);
create index audit_entries_action on audit_entries (action, id desc);
create index audit_entries_subject on audit_entries (subject, subject_id);

create table audit_queue (
  entry_id bigint primary key references audit_entries (id)
);
comment on table audit_queue is 'Entries no block has sealed yet';

create function queue_audit_entry() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit_queue values (new.id);
  return new;
end $$;
create trigger audit_entries_queue after insert on audit_entries
  for each row execute function queue_audit_entry();

create table audit_blocks (
  no bigint primary key check (no >= 1),
  sealed_at_ms bigint not null,
  previous_digest bytea not null,
  contents bytea not null,
  entry_count int not null check (entry_count >= 1 and length(contents) = entry_count * 40),
  digest bytea not null,
  signature bytea not null
);
comment on table audit_blocks is 'Each block names its entries and the block before it, and is signed; only ever added to';
comment on column audit_blocks.contents is 'For each entry in order: id (8 bytes, big-endian) and SHA-256 of its body (32 bytes)';
comment on column audit_blocks.digest is 'SHA-256 over no, sealed_at_ms (8 bytes each, big-endian), previous_digest and contents';
comment on column audit_blocks.signature is 'Ed25519 over digest';

alter table audit_entries enable row level security;
-- Whoever sees the whole tree also sees what belongs to no union, or to one that is gone.
create policy audit_entries_read on audit_entries for select
  using (union_id = any ((select visible_unions())::int[])
    or (select count(*) > 0 and count(*) = cardinality(visible_unions()) from union_closure where depth = 0));
-- Sealing and verifying take every entry, whatever the tree looks like at that moment.
create policy audit_entries_whole on audit_entries for select
  using ((select current_setting('app.whole_audit', true)) = 'on');
create policy audit_entries_add on audit_entries for insert with check (true);

grant select, insert on audit_entries, audit_blocks to songnuan_app;
grant select, delete on audit_queue to songnuan_app;
