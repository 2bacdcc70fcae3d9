-- Households (困难家庭): one file each. What the form says is kept whole and encrypted, version by version;
-- beside it stand only the few facts that lists, rules and the search for duplicates ask the database for.

create table households (
  id bigint generated always as identity primary key,
  union_id int not null references unions (id),
  file_number text not null unique check (file_number ~ '^[0-9A-Za-z-]{1,40}$'),
  state text not null default 'open' check (state in ('open', 'exited', 'merged')),
  opened_on date not null,
  exited_on date,
  exit_reason text,
  merged_into_id bigint references households (id),
  hardship_class text not null check (hardship_class in ('deep', 'relative', 'accidental', 'none', 'unknown')),
  scheme text not null default 'current' check (scheme in ('current', 'old')),
  tier text not null default 'district' check (tier in ('national', 'provincial', 'city', 'district', 'grassroots')),
  main_cause text,
  member_count int not null check (member_count > 0),
  net_monthly_fen bigint,
  is_known_eligible boolean not null default false,
  checked_on date not null,
  version int not null default 1,
  is_sample boolean not null default false,
  created_at timestamptz not null default now(),
  check ((state = 'exited') = (exited_on is not null and exit_reason is not null)),
  check ((state = 'merged') = (merged_into_id is not null)),
  check (exited_on is null or exited_on >= opened_on)
);
comment on table households is 'Files of families in hardship (困难家庭档案), one a family; the newest version holds the form';
comment on column households.file_number is 'Archive number (档案编号)';
comment on column households.hardship_class is 'As the rules classed it when it was last saved; unknown while a fact is missing';
comment on column households.scheme is 'old: classed under the scheme of 2016 to 2019, on old files';
comment on column households.tier is 'Archive tier (档案层级): money of the centre and the province goes to national files only';
comment on column households.net_monthly_fen is 'Income less rigid spending, a month and head, in fen; rounded down';
comment on column households.is_known_eligible is 'On the low-income list of civil affairs: counts in the base of coverage';
comment on column households.checked_on is 'Day of the last yearly recheck, at first the day of opening';
comment on column households.version is 'Counts the versions of the form; a change names the version it saw';
create index households_union on households (union_id, id desc);
create index households_checked on households (checked_on, id) where state = 'open';

create table household_people (
  id bigint generated always as identity primary key,
  household_id bigint not null references households (id),
  union_id int not null references unions (id),
  role text not null check (role in ('head', 'worker', 'member')),
  relation text not null,
  name text not null check (length(name) between 1 and 60),
  name_sounds text[] not null default '{}',
  sex text check (sex in ('male', 'female')),
  born_on date,
  is_union_member boolean not null default false,
  identity_secret text,
  identity_index text,
  phone_secret text,
  phone_index text,
  card_secret text,
  card_index text,
  address_index text,
  left_on date,
  check ((identity_secret is null) = (identity_index is null)),
  check ((phone_secret is null) = (phone_index is null)),
  check ((card_secret is null) = (card_index is null))
);
comment on table household_people is 'People of a household: its head, other workers, members of the family; who left stays with the day';
comment on column household_people.relation is 'To the head: spouse, child, parent …';
comment on column household_people.name_sounds is 'Ways the name may sound (pinyin without tones): homophones and variants meet here';
comment on column household_people.identity_secret is 'Encrypted; context people.identity:<id>';
comment on column household_people.identity_index is 'Blind index of the 18-place number';
comment on column household_people.phone_secret is 'Encrypted; context people.phone:<id>';
comment on column household_people.card_secret is 'Encrypted; context people.card:<id>';
comment on column household_people.address_index is 'Blind index of the address without blanks and signs';
create index household_people_household on household_people (household_id);
create index household_people_identity on household_people (identity_index) where identity_index is not null;
create index household_people_phone on household_people (phone_index) where phone_index is not null;
create index household_people_card on household_people (card_index) where card_index is not null;
create index household_people_sounds on household_people using gin (name_sounds);
create index household_people_born on household_people (born_on);
create index household_people_name on household_people (name text_pattern_ops);
-- One file per household: no one who is in an open file heads or joins another. Who left, or whose file
-- was merged or ended, has left_on.
create unique index household_people_one_file on household_people (identity_index)
  where identity_index is not null and left_on is null;
create unique index household_people_one_head on household_people (household_id)
  where role = 'head' and left_on is null;

create table household_versions (
  id bigint generated always as identity primary key,
  household_id bigint not null references households (id),
  union_id int not null references unions (id),
  number int not null check (number > 0),
  facts_secret text not null,
  hardship_class text not null,
  source text not null check (source in ('application', 'visit', 'recheck', 'import', 'correction', 'civil_affairs', 'merge', 'split')),
  reason text not null,
  valid_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by bigint references accounts (id) on delete set null,
  unique (household_id, number)
);
comment on table household_versions is 'What the form of a household said, version by version; never changed';
comment on column household_versions.facts_secret is 'Encrypted form (household form as JSON); context households.facts:<id>';
comment on column household_versions.source is 'Where the facts come from';
comment on column household_versions.valid_on is 'The day the facts describe';

create table household_events (
  id bigint generated always as identity primary key,
  household_id bigint not null references households (id),
  union_id int not null references unions (id),
  kind text not null check (kind in ('opened', 'changed', 'head_changed', 'rechecked', 'exited', 'relapsed', 'split_off', 'split_from', 'merged_in', 'merged_away', 'merge_undone', 'moved')),
  happened_on date not null,
  reason text not null,
  document text,
  other_household_id bigint references households (id),
  recorded_at timestamptz not null default now(),
  recorded_by bigint references accounts (id) on delete set null
);
comment on table household_events is 'The life of a file: opening, rechecks, exit, relapse, splits and merges; never changed';
create index household_events_household on household_events (household_id, id desc);

create table duplicate_pairs (
  id bigint generated always as identity primary key,
  first_id bigint not null references household_people (id),
  second_id bigint not null references household_people (id),
  first_union_id int not null references unions (id),
  second_union_id int not null references unions (id),
  kind text not null check (kind in ('exact', 'likely')),
  score int not null check (score between 0 and 100),
  reasons jsonb not null,
  facts_digest text not null,
  found_at timestamptz not null default now(),
  verdict text check (verdict in ('same', 'different')),
  verdict_reason text,
  verdict_by bigint references accounts (id) on delete set null,
  verdict_at timestamptz,
  check (first_id < second_id),
  check ((verdict is null) = (verdict_at is null)),
  unique (first_id, second_id)
);
comment on table duplicate_pairs is 'Two rows of people that may be one person, with every reason; a verdict holds until the facts change';
comment on column duplicate_pairs.facts_digest is 'Digest of what was compared: another one opens the pair again';
create index duplicate_pairs_open on duplicate_pairs (score desc, id) where verdict is null;

create table civil_affairs_entries (
  id bigint generated always as identity primary key,
  union_id int not null references unions (id),
  list_name text not null,
  list_on date not null,
  name text not null,
  identity_secret text not null,
  identity_index text not null,
  kind text not null check (kind in ('minimum_living', 'low_income', 'special_hardship', 'borderline')),
  household_id bigint references households (id),
  is_member boolean,
  answer text check (answer in ('waiting', 'approached', 'declined', 'opened')),
  recorded_at timestamptz not null default now(),
  recorded_by bigint references accounts (id) on delete set null,
  unique (list_name, identity_index)
);
comment on table civil_affairs_entries is 'People on low-income lists of civil affairs (民政部门): the base of coverage, and whom to approach';
comment on column civil_affairs_entries.identity_secret is 'Encrypted; context civil_affairs.identity:<id>';
create index civil_affairs_entries_union on civil_affairs_entries (union_id, id desc);
create index civil_affairs_entries_identity on civil_affairs_entries (identity_index);

alter table households enable row level security;
alter table household_people enable row level security;
alter table household_versions enable row level security;
alter table household_events enable row level security;
alter table duplicate_pairs enable row level security;
alter table civil_affairs_entries enable row level security;
create policy households_scope on households
  using (union_id = any ((select visible_unions())::int[]));
create policy household_people_scope on household_people
  using (union_id = any ((select visible_unions())::int[]));
create policy household_versions_scope on household_versions
  using (union_id = any ((select visible_unions())::int[]));
create policy household_events_scope on household_events
  using (union_id = any ((select visible_unions())::int[]));
-- Both sides must be in sight: the reasons of a pair tell of both.
create policy duplicate_pairs_scope on duplicate_pairs
  using (first_union_id = any ((select visible_unions())::int[])
    and second_union_id = any ((select visible_unions())::int[]));
create policy civil_affairs_entries_scope on civil_affairs_entries
  using (union_id = any ((select visible_unions())::int[]));

-- Registering somebody who is in a file elsewhere must be refused without telling more than where to ask.
create function find_open_file(digest text)
  returns table (household_id bigint, union_id int, union_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
    select p.household_id, p.union_id, u.name
    from household_people p join unions u on u.id = p.union_id
    where p.identity_index = digest and p.left_on is null
  $$;
comment on function find_open_file(text) is 'The open file a person is in, whoever may see it: union and number, nothing else';
revoke execute on function find_open_file(text) from public;
grant execute on function find_open_file(text) to songnuan_app;

grant select, insert, update on households, household_people, civil_affairs_entries to songnuan_app;
grant select, insert on household_versions, household_events to songnuan_app;
grant select, insert, update (kind, score, reasons, facts_digest, found_at, verdict, verdict_reason, verdict_by, verdict_at)
  on duplicate_pairs to songnuan_app;
