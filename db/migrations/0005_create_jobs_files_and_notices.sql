create table job_runs (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  account_id bigint not null references accounts (id) on delete cascade,
  union_id int not null references unions (id),
  permission text not null,
  input jsonb not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
  done_count bigint not null default 0,
  total_count bigint,
  step text,
  attempt int not null default 0,
  result jsonb,
  error jsonb,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
comment on table job_runs is 'Work that takes more than a second, with its progress; runs with the rights of who asked for it';
comment on column job_runs.permission is 'The permission under which it was asked; checked again when it runs';
comment on column job_runs.error is '{ code, params } of the failure';
create index job_runs_account on job_runs (account_id, created_at desc);

create table stored_files (
  id uuid primary key default gen_random_uuid(),
  union_id int not null references unions (id),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  media_type text not null,
  byte_length bigint not null check (byte_length > 0),
  subject text not null,
  subject_id text not null,
  uploaded_by bigint references accounts (id) on delete set null,
  uploaded_at timestamptz not null default now()
);
comment on table stored_files is 'What is kept in the file store: the bytes lie there under the digest, encrypted';
create index stored_files_subject on stored_files (subject, subject_id);
create index stored_files_union on stored_files (union_id);
create index stored_files_digest on stored_files (digest);

create table notices (
  id bigint generated always as identity primary key,
  account_id bigint not null references accounts (id) on delete cascade,
  code text not null,
  params jsonb not null default '{}',
  link text,
  created_at timestamptz not null default now(),
  read_at timestamptz
);
comment on table notices is 'Inbox (站内消息) of a person; the sentence is made from code and params';
create index notices_account on notices (account_id, id desc);
create index notices_unread on notices (account_id) where read_at is null;

create table outbox_messages (
  id uuid primary key default gen_random_uuid(),
  union_id int not null references unions (id),
  channel text not null check (channel in ('mail', 'wecom', 'dingtalk')),
  recipient text not null,
  subject text not null,
  text text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'refused', 'unknown')),
  attempt int not null default 0,
  next_attempt_at timestamptz not null default now(),
  claimed_at timestamptz,
  sent_at timestamptz,
  receipt text,
  last_reason text,
  created_at timestamptz not null default now()
);
comment on table outbox_messages is 'Messages to the outside, written in the transaction of their cause and sent after its commit';
comment on column outbox_messages.state is 'unknown: handed over without an answer; never sent again by itself, because it may have arrived';
create index outbox_messages_union on outbox_messages (union_id, created_at desc);
create index outbox_messages_due on outbox_messages (next_attempt_at) where state in ('waiting', 'sending');

create table idempotency_keys (
  account_id bigint not null references accounts (id) on delete cascade,
  key text not null check (length(key) between 8 and 100),
  request_digest text not null,
  status int not null,
  reply jsonb,
  created_at timestamptz not null default now(),
  primary key (account_id, key)
);
comment on table idempotency_keys is 'Replies to writes: the same key gets the same reply, and nothing is written twice';
create index idempotency_keys_created on idempotency_keys (created_at);

alter table job_runs enable row level security;
alter table stored_files enable row level security;
alter table notices enable row level security;
alter table outbox_messages enable row level security;
alter table idempotency_keys enable row level security;
create policy job_runs_own on job_runs using (account_id = (select current_account()));
create policy stored_files_scope on stored_files
  using (union_id = any ((select visible_unions())::int[]));
create policy notices_own on notices using (account_id = (select current_account())) with check (true);
create policy outbox_messages_scope on outbox_messages
  using (union_id = any ((select visible_unions())::int[])) with check (true);
create policy idempotency_keys_own on idempotency_keys using (account_id = (select current_account()));

-- Whose it is, and under which right, stays as it was ordered.
grant select, insert, update (state, done_count, total_count, step, attempt, result, error, started_at, finished_at)
  on job_runs to songnuan_app;
grant select, insert, update (read_at) on notices to songnuan_app;
grant select, insert, update (state, attempt, next_attempt_at, claimed_at, sent_at, receipt, last_reason)
  on outbox_messages to songnuan_app;
grant select, insert, delete on stored_files, idempotency_keys to songnuan_app;
-- A key is claimed before the work and gets its reply after it.
grant update (status, reply) on idempotency_keys to songnuan_app;

-- Nobody sees other people's keys, so nobody could clear them away.
create function forget_old_idempotency_keys() returns void
  language sql security definer set search_path = public, pg_temp as $$
    delete from idempotency_keys where created_at < now() - interval '2 days'
  $$;
revoke execute on function forget_old_idempotency_keys() from public;
grant execute on function forget_old_idempotency_keys() to songnuan_app;
