-- A family whose head changes the work unit takes the whole file along: what was told of it before, its
-- people, its papers and the files merged into it. The union of a row says who sees it; what it tells is
-- never changed. Applications stay where they were decided.
create function move_household(household bigint, to_union int) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare family bigint[];
begin
  if not (to_union = any (visible_unions())) or not exists (
    select from households h where h.id = household and h.union_id = any (visible_unions())) then
    raise exception 'the file or the union is out of sight';
  end if;
  select array_agg(id) into family from find_family(household) as id;
  update households set union_id = to_union where id = any (family);
  update household_people set union_id = to_union where household_id = any (family);
  update household_versions set union_id = to_union where household_id = any (family);
  update household_events set union_id = to_union where household_id = any (family);
  update aid_events set union_id = to_union where household_id = any (family);
  update stored_files set union_id = to_union
    where subject = 'household' and subject_id = any (family::text[]);
  update duplicate_pairs d set first_union_id = to_union from household_people p
    where p.id = d.first_id and p.household_id = any (family);
  update duplicate_pairs d set second_union_id = to_union from household_people p
    where p.id = d.second_id and p.household_id = any (family);
end $$;
comment on function move_household(bigint, int) is 'Moves a file with all that was told of it to another union in sight';
revoke execute on function move_household(bigint, int) from public;
grant execute on function move_household(bigint, int) to songnuan_app;

-- A case hangs on the desks of its union: while one is open, the file stays.
create function list_open_cases(household bigint) returns setof text
  language sql stable security definer set search_path = public, pg_temp as $$
    select a.number from applications a
    where a.household_id in (select find_family(household))
      and a.state not in ('paid', 'archived', 'refused', 'withdrawn')
    order by a.id
  $$;
comment on function list_open_cases(bigint) is 'Numbers of the applications of a family that are not at their end';
revoke execute on function list_open_cases(bigint) from public;
grant execute on function list_open_cases(bigint) to songnuan_app;
