create table accounts (
  id bigint generated always as identity primary key,
  union_id int not null references unions (id),
  username text not null check (username ~ '^[0-9a-z._@-]{2,60}$'),
  display_name text not null check (length(display_name) between 1 and 60),
  phone_secret text,
  phone_index text,
  mail text check (mail ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  password_hash text,
  password_changed_at timestamptz,
  must_change_password boolean not null default true,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  disabled_at timestamptz,
  is_sample boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now()
);
comment on table accounts is 'Persons who sign in';
comment on column accounts.username is 'Lower case; unique in the installation';
comment on column accounts.phone_secret is 'Encrypted; context accounts.phone:<id>';
comment on column accounts.phone_index is 'Blind index of the phone for exact search';
comment on column accounts.password_hash is 'argon2id; null when the person signs in by OIDC only';
comment on column accounts.totp_secret is 'Encrypted; context accounts.totp:<id>';
comment on column accounts.totp_last_step is 'Last used 30-second step: a code works once';
create unique index accounts_username on accounts (username);
create index accounts_union on accounts (union_id);

create table role_assignments (
  id bigint generated always as identity primary key,
  account_id bigint not null references accounts (id) on delete cascade,
  role text not null,
  union_id int not null references unions (id),
  valid_from date not null,
  valid_to date,
  reason text not null,
  granted_by bigint references accounts (id) on delete set null,
  granted_at timestamptz not null default now(),
  ended_by bigint references accounts (id) on delete set null,
  check (valid_to is null or valid_to >= valid_from - 1)
);
comment on table role_assignments is 'Which role a person holds for which union and all below it, on which days (valid_to is the last day; the day before valid_from: taken back before it began)';
create index role_assignments_account on role_assignments (account_id);
create index role_assignments_union on role_assignments (union_id);

create table password_history (
  id bigint generated always as identity primary key,
  account_id bigint not null references accounts (id) on delete cascade,
  password_hash text not null,
  replaced_at timestamptz not null default now()
);
create index password_history_account on password_history (account_id, id desc);

create table recovery_codes (
  account_id bigint not null references accounts (id) on delete cascade,
  code_digest text not null,
  used_at timestamptz,
  primary key (account_id, code_digest)
);
comment on column recovery_codes.code_digest is 'Blind index of the code; the code itself is shown once';

create table oidc_identities (
  issuer text not null,
  subject text not null,
  account_id bigint not null references accounts (id) on delete cascade,
  linked_at timestamptz not null default now(),
  primary key (issuer, subject)
);
create index oidc_identities_account on oidc_identities (account_id);

create table sign_in_attempts (
  username text primary key,
  failed_count int not null check (failed_count >= 0),
  last_failed_at timestamptz not null,
  locked_until timestamptz
);
comment on table sign_in_attempts is 'Failures by name, known or not: an answer must not tell which names exist. A name that is none is kept as ? and its blind index: it may be a password';

create table sessions (
  id bigint generated always as identity primary key,
  account_id bigint not null references accounts (id) on delete cascade,
  token_digest bytea not null unique,
  csrf_token text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  second_factor_at timestamptz,
  ended_at timestamptz,
  end_reason text check (end_reason in ('signed_out', 'revoked', 'expired', 'replaced', 'password_changed', 'disabled')),
  ip text,
  user_agent text,
  check ((ended_at is null) = (end_reason is null))
);
comment on column sessions.token_digest is 'SHA-256 of the cookie; the cookie itself is never stored';
create index sessions_account on sessions (account_id, created_at desc);

-- Signing in happens before there is a scope, and each request starts by asking who it is: both see
-- one row by its secret name, through functions that run with the owner's rights.
create function find_session(digest bytea)
  returns table (session_id bigint, account_id bigint, union_id int, union_name text, username text,
                 display_name text, csrf_token text, created_at timestamptz, last_seen_at timestamptz,
                 second_factor_at timestamptz, has_password boolean, must_change_password boolean,
                 password_changed_at timestamptz, has_second_factor boolean, is_sample boolean,
                 assignments jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
    select s.id, a.id, a.union_id, u.name, a.username, a.display_name, s.csrf_token, s.created_at,
           s.last_seen_at, s.second_factor_at, a.password_hash is not null, a.must_change_password,
           a.password_changed_at, a.totp_confirmed_at is not null, a.is_sample,
           coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'unionId', r.union_id, 'unionName', o.name,
                      'validFrom', r.valid_from, 'validTo', r.valid_to) order by r.id)
                     from role_assignments r join unions o on o.id = r.union_id where r.account_id = a.id), '[]')
    from sessions s join accounts a on a.id = s.account_id join unions u on u.id = a.union_id
    where s.token_digest = digest and s.ended_at is null and a.disabled_at is null
  $$;
comment on function find_session(bytea) is 'The open session behind a cookie, with the account and all its role assignments';

alter table accounts enable row level security;
alter table role_assignments enable row level security;
alter table password_history enable row level security;
alter table recovery_codes enable row level security;
alter table oidc_identities enable row level security;
alter table sessions enable row level security;
-- A person sees the own account whatever the scope of the permission at hand.
create policy accounts_scope on accounts
  using (union_id = any ((select visible_unions())::int[]) or id = (select current_account()));
create policy role_assignments_scope on role_assignments
  using (union_id = any ((select visible_unions())::int[]) or account_id = (select current_account()))
  with check (union_id = any ((select visible_unions())::int[]));
create policy password_history_scope on password_history
  using (account_id in (select id from accounts));
create policy recovery_codes_scope on recovery_codes
  using (account_id in (select id from accounts));
create policy oidc_identities_scope on oidc_identities
  using (account_id in (select id from accounts));
create policy sessions_scope on sessions
  using (account_id in (select id from accounts));

grant select, insert, update on accounts, sign_in_attempts to songnuan_app;
-- What a person was given, and when someone signed in, is ended, never rewritten.
grant select, insert, update (valid_to, ended_by) on role_assignments to songnuan_app;
grant select, insert, update (last_seen_at, second_factor_at, ended_at, end_reason) on sessions to songnuan_app;
grant select, insert, update (used_at), delete on recovery_codes to songnuan_app;
grant select, insert, delete on oidc_identities to songnuan_app;
grant select, insert on password_history to songnuan_app;
grant delete on sign_in_attempts to songnuan_app;
revoke execute on function find_session(bytea) from public;
grant execute on function find_session(bytea) to songnuan_app;
