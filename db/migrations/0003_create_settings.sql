create table setting_entries (
  id bigint generated always as identity primary key,
  key text not null,
  value jsonb not null,
  valid_from date not null,
  reason text not null check (length(reason) >= 4),
  document text,
  set_by bigint references accounts (id) on delete set null,
  set_at timestamptz not null default now()
);
comment on table setting_entries is 'Dated settings: the newest entry whose day has come is in force; without one the built-in value. Never changed, only added to';
create index setting_entries_key on setting_entries (key, valid_from, id);

create table installations (
  is_only boolean primary key default true check (is_only),
  key_checks text[] not null,
  audit_public_key text not null,
  created_at timestamptz not null default now()
);
comment on table installations is 'One row: whose keys this database was written with';
comment on column installations.key_checks is 'Key ids with their check values; nothing secret';

grant select, insert on setting_entries to songnuan_app;
grant select on installations to songnuan_app;
