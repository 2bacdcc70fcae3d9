import fc from 'fast-check';
import { sql } from 'kysely';

import { isAppError } from '#core/app-error.ts';
import { fromDayNumber, toDayNumber, day } from '#core/plain-date.ts';
import type { Role } from '#features/accounts/rules/roles.ts';
import { ActInput } from '#features/applications/rules/application-inputs.ts';
import type { ApplicationState } from '#features/applications/rules/states.ts';
import { findSeatAtWork, SEATS } from '#features/applications/rules/tiers.ts';
import type { Seat } from '#features/applications/rules/tiers.ts';
import { ACTIONS, TRANSITIONS } from '#features/applications/rules/transitions.ts';
import type { Action } from '#features/applications/rules/transitions.ts';
import { actAsProgram, actOnApplication } from '#features/applications/server/commands/act.ts';
import { createApplication } from '#features/applications/server/commands/create-application.ts';
import { addBuiltInPolicy } from '#features/policies/server/commands/add-built-in-policy.ts';
import type { Database } from '#platform/database/open-database.ts';
import { createFieldCipher } from '#platform/secrets/field-cipher.ts';

import { asActor } from './context.ts';
import { openTestKeyring } from './keyring.ts';

/** The same database as its owner and as the application sees it. */
interface Databases {
  readonly owner: Database;
  readonly app: Database;
}

export interface HistoriesWish {
  readonly seed: number;
  readonly steps: number;
  /** Sessions at the same moment. */
  readonly sessions: number;
}

export interface HistoriesTold {
  readonly tried: number;
  readonly kept: number;
  readonly granted: number;
  /** Refusals by their code. */
  readonly refusals: ReadonlyMap<string, number>;
}

interface Person {
  readonly accountId: number;
  readonly name: string;
  readonly seats: readonly Seat[];
}

/** What one session does next, told by chance. */
const Move = fc.record({
  isNew: fc.integer({ min: 0, max: 11 }).map((n) => n === 0),
  pick: fc.nat(),
  person: fc.nat(),
  action: fc.constantFrom(...ACTIONS),
  follows: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  isOnward: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
  isUsual: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
  amountFen: fc.constantFrom(300_00, 400_00, 500_00, 600_00, 1500_00, 2000_00, 2600_00, 5000_00),
  meetsConditions: fc.integer({ min: 0, max: 19 }).map((n) => n > 0),
  isEmergency: fc.boolean(),
  quarter: fc.integer({ min: 8100, max: 8108 }),
  hasReason: fc.boolean(),
  hasOverride: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});
type MoveTold = typeof Move extends fc.Arbitrary<infer Told> ? Told : never;

const HOUSEHOLDS = 12;
const FIRST_DAY = toDayNumber(day('2026-01-05'));
const DAYS = 350;

/**
 * Drives applications of a few families by chance from several sessions at once: people with one desk and
 * people with several, right acts and wrong ones, days going by. Whatever is refused is refused in words;
 * anything else is thrown. Nothing is checked here: ask `findViolations` afterwards.
 */
export async function runHistories(
  databases: Databases,
  { seed, steps, sessions }: HistoriesWish,
): Promise<HistoriesTold> {
  const stage = await setStage(databases);
  const moves = fc.sample(Move, { seed, numRuns: steps });
  const refusals = new Map<string, number>();
  let kept = 0;
  let next = 0;
  await Promise.all(
    Array.from({ length: sessions }, async () => {
      for (let at = next++; at < moves.length; at = next++) {
        const move = moves[at];
        if (move === undefined) break;
        const now = momentOf(Math.floor((at * DAYS) / moves.length));
        try {
          kept += (await make(stage, move, now)) ? 1 : 0;
        } catch (error) {
          if (!isAppError(error)) throw error;
          refusals.set(error.code, (refusals.get(error.code) ?? 0) + 1);
        }
      }
    }),
  );
  const { rows } = await databases.owner.pool.query<{ count: number }>(
    'select count(*)::int as count from aid_approvals',
  );
  return { tried: moves.length, kept, granted: rows[0]?.count ?? 0, refusals };
}

interface Stage extends Databases {
  readonly people: readonly Person[];
  readonly cipher: ReturnType<typeof createFieldCipher>;
}

const PEOPLE: readonly (readonly [role: Role, ...more: Role[]])[] = [
  ['grassroots_officer'],
  ['grassroots_officer', 'town_reviewer'],
  ['grassroots_chair', 'district_officer'],
  ['town_reviewer'],
  ['town_officer', 'district_approver'],
  ['district_officer'],
  ['district_officer', 'district_approver'],
  ['district_approver'],
];

const SEATS_OF: Partial<Record<Role, readonly Seat[]>> = {
  grassroots_officer: ['filing', 'grassroots'],
  grassroots_chair: ['grassroots'],
  town_officer: ['filing', 'town'],
  town_reviewer: ['town'],
  district_officer: ['filing', 'district'],
  district_approver: ['approval'],
};

async function setStage(databases: Databases): Promise<Stage> {
  const { owner, app } = databases;
  await owner.pool.query(STAGE);
  await asActor(app, {}, addBuiltInPolicy);
  const people: Person[] = [];
  for (const [at, roles] of PEOPLE.entries()) {
    const name = `样例${at}`;
    const { rows } = await owner.pool.query<{ id: number }>(
      `insert into accounts (union_id, username, display_name) values (1, $1, $2) returning id::int`,
      [`history.${at}`, name],
    );
    const seats = roles.flatMap((role) => SEATS_OF[role] ?? []);
    people.push({ accountId: rows[0]?.id ?? 0, name, seats });
  }
  return { ...databases, people, cipher: createFieldCipher(await openTestKeyring()) };
}

const STAGE = `
  insert into unions (code, name, level) values ('HD', '样例区总工会', 'district');
  insert into unions (parent_id, code, name, level) values (1, 'HT', '样例镇总工会', 'town_or_system');
  insert into unions (parent_id, code, name, level) values (2, 'HG', '样例公司工会', 'grassroots');
  insert into setting_entries (key, value, valid_from, reason)
    values ('households.minimum_living_yuan', '620', '2020-01-01', '测试所需的理由');
  insert into households (id, union_id, file_number, opened_on, hardship_class, member_count, net_monthly_fen, checked_on)
    select n, 3, 'H-' || n, '2025-01-01', 'deep', 2, 50000, '2026-01-01' from generate_series(1, ${HOUSEHOLDS}) n;
  insert into household_people (id, household_id, union_id, role, relation, name, is_union_member, identity_secret, identity_index)
    select n, 1 + (n - 1) / 2, 3, case when n % 2 = 1 then 'head' else 'member' end,
      case when n % 2 = 1 then 'head' else 'spouse' end, '家人' || n, true, 'sealed', 'person-' || n
    from generate_series(1, ${HOUSEHOLDS * 2}) n;
  insert into fund_years (union_id, year) values (1, 2026), (2, 2026);
  insert into fund_sources (fund_year_id, union_id, year, kind, name, aid_types) values
    (1, 1, 2026, 'fiscal', '财政资金', '{紧急救助}'), (1, 1, 2026, 'union', '工会经费', '{}'), (2, 2, 2026, 'union', '工会经费', '{}');
  insert into fund_entries (source_id, union_id, kind, amount_fen, happened_on, recorded_by_name)
    select id, union_id, 'initial', 600000, '2026-01-01', '样例' from fund_sources;
  insert into aid_events (household_id, union_id, number, kind, happened_on, description)
    select 1 + n % ${HOUSEHOLDS}, 3, 'E-' || n, 'disaster', '2025-12-20', '样例灾情' from generate_series(1, ${HOUSEHOLDS * 4}) n;`;

const ONWARD: ReadonlySet<Action> = new Set<Action>([
  'submit',
  'accept',
  'answer_supplement',
  'record_visit',
  'record_check',
  'pass_grassroots',
  'end_grassroots_notice',
  'pass_town',
  'pass_district',
  'end_district_notice',
  'approve',
  'overturn',
]);

/** True when something was written. */
async function make(stage: Stage, move: MoveTold, now: Date): Promise<boolean> {
  if (move.isNew) return begin(stage, move, now);
  const { rows } = await stage.owner.pool.query<Found>(
    `select a.id::int, a.state, a.resume_state as "resumeState", a.version, a.aid_type as "aidType",
        (select min(p.file_id::text) from application_papers p where p.application_id = a.id) as "fileId"
      from applications a where (a.state <> 'withdrawn' or a.id % 7 = 0)
        and exists (select from application_consents c where c.application_id = a.id)
      order by (a.approved_fen is not null or a.state = 'refused'), a.id desc
      offset $1 % greatest(1, least(30, (select count(*)::int from applications))) limit 1`,
    [move.pick % 30],
  );
  const [found] = rows;
  if (found === undefined) return begin(stage, move, now);
  const open = ACTIONS.filter((one) => TRANSITIONS[one].from.some((from) => from === found.state));
  // Mostly onward: cases that never reach a decision prove little.
  const onward = open.filter((one) => ONWARD.has(one));
  const likely = move.isOnward && onward.length > 0 ? onward : open;
  const chosen = likely[move.pick % Math.max(1, likely.length)];
  const action = (move.follows ? chosen : undefined) ?? move.action;
  if (TRANSITIONS[action].doer === 'program') return endNotice(stage, found.id, action, now);
  return act(stage, { ...found, action }, move, now);
}

async function begin(stage: Stage, move: MoveTold, now: Date): Promise<boolean> {
  const personId = 1 + (move.pick % (HOUSEHOLDS * 2));
  const householdId = 1 + Math.floor((personId - 1) / 2);
  const person = stage.people[0];
  if (person === undefined) return false;
  const event = 1 + ((householdId - 2 + HOUSEHOLDS) % HOUSEHOLDS) + HOUSEHOLDS * (move.pick % 4);
  const id = await asActor(
    stage.app,
    { ...toActor(person), scopeRoots: [1] },
    (context) =>
      createApplication(context, stage, {
        householdId,
        personId,
        aidType: move.isEmergency ? '紧急救助' : '季度救助',
        aidClass: move.isEmergency ? 'E1b' : 'Q1',
        round: move.isEmergency
          ? null
          : { year: Math.floor(move.quarter / 4), quarter: (move.quarter % 4) + 1 },
        eventId: move.isEmergency ? event : null,
        event: null,
        requestedFen: null,
        specialReason: null,
        facts: {
          story: '样例',
          illness: null,
          selfPaidFen: null,
          aidElsewhere: null,
          relativesInUnion: null,
        },
      }),
    now,
  );
  await stage.owner.pool.query(
    `with file as (insert into stored_files (union_id, digest, file_name, media_type, byte_length, subject, subject_id)
        values (3, repeat('ab', 32), '样例.pdf', 'application/pdf', 10, 'application', $1::text) returning id)
      insert into application_papers (application_id, paper, file_id, union_id)
        select $1::bigint, p->>'code', file.id, 3 from file, policy_versions v, jsonb_array_elements(v.body->'papers') p`,
    [String(id)],
  );
  await stage.owner.pool.query(
    `insert into application_consents (application_id, union_id, kind, text_version, given_by)
       select $1, 3, kind, '1', '样例' from unnest(array['personal_information', 'economic_check', 'publication']) kind`,
    [id],
  );
  return true;
}

const USUAL: Readonly<Record<string, number>> = { 季度救助: 600_00, 紧急救助: 1500_00 };

const SEAT_OF: Readonly<Record<string, Seat>> = {
  applicant: 'filing',
  grassroots: 'grassroots',
  town: 'town',
  district_review: 'district',
  district_approval: 'approval',
};

/** The desk that has to act, told from the state where the table leaves it open. */
function findWanted(
  one: Found & { readonly action: Action },
  { pick }: MoveTold,
): Seat | undefined {
  const { doer } = TRANSITIONS[one.action];
  if (doer !== 'tier_at_work') return SEAT_OF[doer] ?? SEATS[pick % SEATS.length];
  const { state, resumeState } = one;
  return (
    findSeatAtWork({ state, resumeState, tiers: ['grassroots', 'town', 'district'] }) ?? undefined
  );
}

interface Found {
  readonly id: number;
  readonly state: ApplicationState;
  readonly resumeState: ApplicationState | null;
  readonly version: number;
  readonly aidType: string;
  readonly fileId: string;
}

async function act(
  stage: Stage,
  one: Found & { readonly action: Action },
  move: MoveTold,
  now: Date,
): Promise<boolean> {
  const wanted = findWanted(one, move);
  const able = stage.people.filter(({ seats }) => wanted !== undefined && seats.includes(wanted));
  const person = able[move.person % Math.max(1, able.length)];
  const seat = move.follows ? wanted : person?.seats[move.pick % person.seats.length];
  if (person === undefined || seat === undefined) return false;
  const today = fromDayNumber(Math.floor(now.getTime() / 86_400_000));
  const input = ActInput.parse({
    action: one.action,
    version: one.version,
    opinion: move.pick % 50 === 0 ? null : '情况属实',
    amountFen: move.isUsual ? USUAL[one.aidType] : move.amountFen,
    meetsConditions: move.meetsConditions,
    specialReason: move.hasReason ? '特别困难' : null,
    override: move.hasOverride
      ? { reason: '样例：情况特殊，集体研究同意', fileId: one.fileId }
      : null,
    supplement: { papers: [], note: '请补充' },
    visit: {
      visitedOn: today,
      visitors: '样例甲、样例乙',
      findings: '情况属实',
      isAsDescribed: true,
    },
    check: { answeredOn: today, office: '样例办', result: '一致', isConfirmed: true },
  });
  await asActor(
    stage.app,
    { ...toActor(person), scopeRoots: [1] },
    (context) => actOnApplication(context, { id: one.id, input, desk: { seat } }),
    now,
  );
  return true;
}

function toActor({ accountId, name }: Person) {
  return { accountId, name, unionId: 1 };
}

/** A notice that ended yesterday, unless one hangs. */
const ENDED_NOTICE = `with notice as (
    insert into public_notices (union_id, tier, title, place, starts_on, ends_on, working_days, contact,
      complaint_phone, token, put_up_by_name)
    select 3, 'grassroots', '样例公示', '样例公告栏', $2::timestamptz::date - 10, $2::timestamptz::date - 1, 5, '样例',
      '020-12345678', md5(random()::text), '样例'
    where not exists (select from public_notice_entries where application_id = $1 and closed_at is null)
    returning id)
  insert into public_notice_entries (notice_id, position, application_id, union_id, masked_name, work_unit, aid_type, amount_fen)
    select notice.id, 1, $1, 3, '样*', '样例单位', '季度救助', 60000 from notice
    on conflict do nothing`;

async function endNotice(stage: Stage, id: number, action: Action, now: Date): Promise<boolean> {
  if (action !== 'end_grassroots_notice' && action !== 'end_district_notice') return false;
  await stage.owner.pool.query(ENDED_NOTICE, [id, now]);
  await asActor(stage.app, {}, (context) => actAsProgram(context, { id, action }), now);
  return true;
}

function momentOf(dayNumber: number): Date {
  return new Date((FIRST_DAY + dayNumber) * 86_400_000 + 2 * 3_600_000);
}

/**
 * Everything that must never come about, however chance and sessions met: each line names the rule and
 * how often it was broken. Empty when all held.
 */
export async function findViolations({ query }: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ rule: string; count: number }>`
    select 'past the ceiling of the household-year' as rule, count(*)::int as count from (
      select household_id, year from aid_approvals where hard_cap_fen is not null
      group by household_id, year having sum(amount_fen) > min(hard_cap_fen)) broken
    union all select 'a third quarterly grant in a year', count(*)::int from (
      select person_index, round_index / 4 from aid_approvals where aid_type = '季度救助'
      group by 1, 2 having count(*) > 2) broken
    union all select 'grants in neighbouring quarters', count(*)::int from aid_approvals a join aid_approvals b
      on b.person_index = a.person_index and b.application_id > a.application_id
        and abs(b.round_index - a.round_index) < 2
    union all select 'one person at two desks', count(*)::int from (
      select application_id, actor_id from application_steps where duty is not null and actor_id is not null
      group by 1, 2 having count(distinct case duty when 'file_on_behalf' then 'grassroots_opinion' else duty end) > 1) broken
    union all select 'an opinion without words, name or day', count(*)::int from application_steps
      where duty is not null and duty not in ('apply', 'file_on_behalf')
        and (opinion is null or actor_name = '' or happened_on is null)
    union all select 'a state that its last step did not lead to', count(*)::int from applications a
      join lateral (select to_state from application_steps s where s.application_id = a.id order by number desc limit 1) s
        on s.to_state <> a.state
    union all select 'a step that does not begin where the last one ended', count(*)::int from application_steps s
      join application_steps p on p.application_id = s.application_id and p.number = s.number - 1 and p.to_state <> s.from_state
    union all select 'a grant without its application', count(*)::int from applications a
      left join aid_approvals g on g.application_id = a.id where (a.approved_fen is not null) <> (g.application_id is not null)
    union all select 'a grant that holds another sum of money', count(*)::int from applications a
      full join fund_reservations r on r.application_id = a.id
      where coalesce(a.approved_fen, 0) <> coalesce(r.reserved_fen + r.committed_fen + r.spent_fen, 0)
    union all select 'an event granted twice without a paper', count(*)::int from (
      select event_id from aid_approvals where event_id is not null and not has_second_need
      group by 1 having count(*) > 1) broken`.execute(query);
  return rows.filter(({ count }) => count > 0).map(({ rule, count }) => `${rule}: ${count}`);
}

/** Steps whose way is not in the table. */
export async function listEdges({ query }: Database): Promise<readonly string[]> {
  const rows = await query
    .selectFrom('applicationSteps')
    .select(['fromState', 'action', 'toState'])
    .distinct()
    .execute();
  return rows.map(({ fromState, action, toState }) => `${fromState} ${action} ${toState}`);
}
