import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { from as copyFrom } from 'pg-copy-streams';

import { nameSounds } from '#features/households/rules/name-sounds.ts';
import { findDuplicates } from '#features/households/server/find-duplicates.ts';
import {
  markAddress,
  markCard,
  markIdentity,
  markIdentityDigits,
  markPhone,
} from '#features/households/server/household-keys.ts';
import type { HouseholdKeys } from '#features/households/server/household-keys.ts';
import { createAuditLog } from '#platform/audit-log/audit-log.ts';
import { SYSTEM_ACTOR } from '#platform/context.ts';
import type { Database } from '#platform/database/open-database.ts';
import { inContext } from '#platform/in-context.ts';
import { createBlindIndex } from '#platform/secrets/blind-index.ts';
import { createFieldCipher } from '#platform/secrets/field-cipher.ts';
import { createKeySet, writeKeyText } from '#platform/secrets/key-text.ts';
import { loadKeyring } from '#platform/secrets/keyring.ts';

import type { BenchResult } from './bench-result.ts';
import { makeRegistry } from './seeded-registry.ts';
import type { MadePerson, SeededRegistry } from './seeded-registry.ts';
import { withDatabase } from './with-database.ts';

/** Fewer with `DUPLICATE_PEOPLE`, for trying. */
const PEOPLE = Number(process.env['DUPLICATE_PEOPLE'] ?? 1_000_000);
const UNIONS = 1000;
const MAX_SECONDS = 60;
const LEAST_PRECISION = 0.9;
/** One way in eleven is past finding, and two more are where a name has two characters. */
const LEAST_RECALL = 0.84;

/**
 * The search for duplicates over a whole registry under row-level security, as the job runs it, and how
 * well it finds the people who were made to stand in two files.
 */
export function benchDuplicates(): Promise<BenchResult[]> {
  return withDatabase(({ owner, app }) => measure(owner, app));
}

async function measure(owner: Database, app: Database): Promise<BenchResult[]> {
  const keysText = writeKeyText(createKeySet('aes-256-gcm'));
  const keyring = await loadKeyring({ keyFile: 'none', keysText });
  const keys = { cipher: createFieldCipher(keyring), blindIndex: createBlindIndex(keyring) };
  const registry = makeRegistry(PEOPLE);
  await fill(owner, keys, registry);
  const started = performance.now();
  await inContext(
    { database: app, auditLog: createAuditLog(keyring.macKey('audit')) },
    {
      actor: { ...SYSTEM_ACTOR, scopeRoots: [1] },
      now: new Date(),
      requestId: 'bench',
      ip: null,
      userAgent: null,
    },
    (context) => findDuplicates(context, keys, { householdIds: 'all' }),
  );
  const seconds = (performance.now() - started) / 1000;
  return judge(owner, registry, seconds);
}

async function judge(
  { pool }: Database,
  { people, truth }: SeededRegistry,
  seconds: number,
): Promise<BenchResult[]> {
  const { rows } = await pool.query<{ pair: string }>(
    `select first_id || '-' || second_id as pair from duplicate_pairs`,
  );
  const rightCount = rows.filter(({ pair }) => truth.has(pair)).length;
  const [precision, recall] = [rightCount / rows.length, rightCount / truth.size];
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  const thousands = people.length.toLocaleString('en-US');
  return [
    {
      name: `whole-registry duplicates of ${thousands} people (${rows.length} pairs)`,
      value: `${seconds.toFixed(1)} s`,
      bar: `≤ ${MAX_SECONDS} s`,
      met: seconds <= MAX_SECONDS,
    },
    {
      name: 'of these pairs made to be one person (precision)',
      value: percent(precision),
      bar: `≥ ${percent(LEAST_PRECISION)}`,
      met: precision >= LEAST_PRECISION,
    },
    {
      name: `of ${truth.size} people in two files found (recall)`,
      value: percent(recall),
      bar: `≥ ${percent(LEAST_RECALL)}`,
      met: recall >= LEAST_RECALL,
    },
  ];
}

async function fill(
  { pool }: Database,
  keys: HouseholdKeys,
  { people }: SeededRegistry,
): Promise<void> {
  await pool.query(`insert into unions (code, name, level) values ('D', '样例区总工会', 'district');
    insert into unions (parent_id, code, name, level)
      select 1, 'G-' || n, '样例基层' || n, 'grassroots' from generate_series(1, ${UNIONS - 1}) n`);
  const client = await pool.connect();
  try {
    await client.query(`alter table household_people disable trigger all`);
    await pipeline(Readable.from(lines(people, keys)), client.query(copyFrom(COPY)));
    await client.query(`alter table household_people enable trigger all;
      insert into households (id, union_id, file_number, opened_on, checked_on, hardship_class, member_count,
        state, exited_on, exit_kind, exit_reason)
      overriding system value
      select household_id, min(union_id), 'P-' || household_id, '2026-01-12', '2026-01-12', 'deep', count(*),
        case when min(left_on) is null then 'open' else 'exited' end, min(left_on),
        case when min(left_on) is null then null else 'out_of_hardship' end,
        case when min(left_on) is null then null else '脱困' end
      from household_people group by household_id;`);
    await client.query('vacuum analyze');
  } finally {
    client.release();
  }
}

const COPY = `copy household_people (id, household_id, union_id, role, relation, name, name_sounds, sex,
  born_on, identity_secret, identity_index, identity_digits_index, phone_secret, phone_index, card_secret,
  card_index, address_index, left_on) from stdin`;

function* lines(people: readonly MadePerson[], keys: HouseholdKeys): Generator<string> {
  const sounds = new Map<string, string>();
  const endedIds = new Set(
    people.filter(({ isEnded }) => isEnded).map(({ householdId }) => householdId),
  );
  for (const person of people) {
    const { name } = person;
    const known =
      sounds.get(name) ??
      `{${nameSounds(name)
        .map((sound) => `"${sound}"`)
        .join(',')}}`;
    sounds.set(name, known);
    yield toLine(person, keys, known, endedIds.has(person.householdId));
  }
}

function toLine(
  person: MadePerson,
  { cipher, blindIndex }: HouseholdKeys,
  sounds: string,
  isEnded: boolean,
): string {
  const { id, householdId, isHead, name, sex, bornOn, identity, phone, card, address } = person;
  const values = [
    id,
    householdId,
    1 + (householdId % UNIONS),
    isHead ? 'head' : 'member',
    'other',
    name,
    sounds,
    sex,
    bornOn,
    identity === null ? null : cipher.encrypt(identity, `people.identity:${id}`),
    identity === null ? null : markIdentity(blindIndex, identity),
    identity === null ? null : markIdentityDigits(blindIndex, identity),
    phone,
    phone === null ? null : markPhone(blindIndex, phone),
    card,
    card === null ? null : markCard(blindIndex, card),
    markAddress(blindIndex, address),
    isEnded ? '2026-02-01' : null,
  ];
  return `${values.map((value) => value ?? '\\N').join('\t')}\n`;
}
