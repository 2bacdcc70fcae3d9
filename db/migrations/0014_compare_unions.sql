-- Fairness (公平分析): unions beside their district, and who has been silent for two quarters.

-- Applications of a union by their days: what is counted a quarter, and the first and last day of each union.
create index applications_union_applied on applications (union_id, applied_on) where applied_on is not null;
-- What was granted in a period, without its rows: amounts of like cases.
create index applications_granted on applications (decided_on)
  include (union_id, aid_type, aid_class, policy_version_id, approved_fen) where approved_fen is not null;

-- A town may see how its district fares, as sums; of other towns it is told nothing.
create function may_compare(top int) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from union_closure c where c.ancestor_id = top
      and c.descendant_id = any ((select visible_unions())::int[]))
  $$;
comment on function may_compare(int) is 'A visible union, or one above a visible one';
revoke execute on function may_compare(int) from public;

create function count_applications(tops int[], since date, until date, quiet_since date, quiet_until date)
  returns table (union_id int, application_count int, compared_count int, member_count int, member_days bigint,
                 unknown_count int, quiet_count int, first_on date, last_on date)
  language sql stable security definer rows 100 set search_path = public, pg_temp as $$
    with asked as materialized (
      select t.id from unnest(tops) t (id) where may_compare(t.id)
    ), counted as materialized (
      select u.id, coalesce(m.member_count, 0) as members,
        greatest(0, least(u.closed_on, until) - greatest(u.founded_on, since) + 1) as days,
        p.in_period, q.in_quarters, e.first_on, e.last_on
      from unions u
      left join lateral (select y.member_count from union_memberships y
        where y.union_id = u.id and y.year <= extract(year from until) order by y.year desc limit 1) m on true
      cross join lateral (select count(*) as in_period from applications a
        where a.union_id = u.id and a.applied_on between since and until) p
      cross join lateral (select count(*) as in_quarters from applications a
        where a.union_id = u.id and a.applied_on between quiet_since and quiet_until) q
      cross join lateral (select min(a.applied_on) as first_on, max(a.applied_on) as last_on from applications a
        where a.union_id = u.id and a.applied_on is not null) e
      where u.id in (select c.descendant_id from asked join union_closure c on c.ancestor_id = asked.id)
    )
    select asked.id, sum(d.in_period)::int,
      coalesce(sum(d.in_period) filter (where d.members > 0 and d.days > 0), 0)::int,
      coalesce(sum(d.members) filter (where d.days > 0), 0)::int,
      sum(d.members::bigint * d.days)::bigint,
      (count(*) filter (where d.members = 0 and d.in_period > 0))::int,
      sum(d.in_quarters)::int, min(d.first_on), max(d.last_on)
    from asked
    join union_closure c on c.ancestor_id = asked.id
    join counted d on d.id = c.descendant_id
    group by asked.id
  $$;
comment on function count_applications(int[], date, date, date, date) is
  'Of each union with all below it: applications and member-days of a period, applications of two quarters; only of unions in sight and those above them';
revoke execute on function count_applications(int[], date, date, date, date) from public;
grant execute on function count_applications(int[], date, date, date, date) to songnuan_app;

create function spread_amounts(top int, since date, until date)
  returns table (aid_type text, aid_class text, policy_version_id bigint, case_count int, visible_count int,
                 lowest_fen bigint, lower_fen bigint, median_fen bigint, upper_fen bigint, highest_fen bigint)
  -- Without knowing the period the planner expects few cases, and would look up each one's union in turn.
  language sql stable security definer rows 100 set search_path = public, pg_temp set enable_nestloop = off as $$
    with below as materialized (
      select c.descendant_id as id, case when v.id is null then 0 else 1 end as in_sight
      from union_closure c left join unnest(visible_unions()) v (id) on v.id = c.descendant_id
      where c.ancestor_id = top and may_compare(top)
    )
    select a.aid_type, a.aid_class, a.policy_version_id, count(*)::int, sum(b.in_sight)::int,
      min(a.approved_fen), percentile_disc(0.25) within group (order by a.approved_fen),
      percentile_disc(0.5) within group (order by a.approved_fen),
      percentile_disc(0.75) within group (order by a.approved_fen), max(a.approved_fen)
    from applications a join below b on b.id = a.union_id
    where a.approved_fen is not null and a.decided_on between since and until
    group by a.aid_type, a.aid_class, a.policy_version_id
  $$;
comment on function spread_amounts(int, date, date) is
  'Amounts of like cases granted below a union: how many, how many of them in sight, quartiles';
revoke execute on function spread_amounts(int, date, date) from public;
grant execute on function spread_amounts(int, date, date) to songnuan_app;

create table silent_unions (
  union_id int not null references unions (id) on delete cascade,
  last_quarter int not null,
  last_applied_on date,
  told_at timestamptz not null default now(),
  primary key (union_id, last_quarter)
);
comment on table silent_unions is 'Towns without an application in two quarters (两季无申请), as the supervisors were told of them';
comment on column silent_unions.last_quarter is 'The later of the two quarters, counted through: four times the year, and 0 to 3';

alter table silent_unions enable row level security;
create policy silent_unions_scope on silent_unions
  using (union_id = any ((select visible_unions())::int[]));
grant select, insert on silent_unions to songnuan_app;
