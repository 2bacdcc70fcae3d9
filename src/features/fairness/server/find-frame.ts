import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { AppError } from '#core/app-error.ts';
import { oneOf } from '#core/one-of.ts';
import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { UNION_LEVELS } from '#features/accounts/rules/roles.ts';
import type { UnionLevel } from '#features/accounts/rules/roles.ts';
import type { Context } from '#platform/context.ts';

export interface ComparedUnion {
  readonly id: number;
  readonly name: string;
  readonly level: UnionLevel;
  /** Null where it is out of sight. */
  readonly parentId: number | null;
  readonly foundedOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
  readonly hasUnionsBelow: boolean;
}

/** Which unions are compared, whose parts they are, and with what. */
export interface Frame {
  readonly below: ComparedUnion | null;
  readonly rows: readonly ComparedUnion[];
  /** The fund's holder: the district, or the city where none stands above. */
  readonly district: { readonly id: number; readonly level: UnionLevel };
}

/**
 * The parts of a union; without one, those of the own district, or the tops of the own scope where it
 * lies below a district. @throws AppError `not_found` `fairness.union_unknown`.
 */
export async function findFrame(context: Context, below: number | undefined): Promise<Frame> {
  const union = below === undefined ? undefined : await getUnion(context, below);
  const tops = union === undefined ? await listUnions(context, IS_TOP) : [];
  const [only] = tops;
  const isHolder = tops.length === 1 && (only?.level === 'city' || only?.level === 'district');
  const whole = union ?? (isHolder ? only : undefined);
  const rows =
    whole === undefined ? tops : await listUnions(context, sql`u.parent_id = ${whole.id}`);
  const first = whole ?? only;
  if (first === undefined) throw new AppError('not_found', 'fairness.union_unknown');
  return { below: whole ?? null, rows, district: await findDistrict(context, first.id) };
}

/** Not those that were closed before the period, or founded after it. */
export function wasThere(
  { foundedOn, closedOn }: ComparedUnion,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): boolean {
  return (closedOn === null || closedOn >= from) && (foundedOn === null || foundedOn <= to);
}

const IS_TOP = sql`not exists (select from unions above where above.id = u.parent_id)`;

async function getUnion(context: Context, id: number): Promise<ComparedUnion> {
  const [union] = await listUnions(context, sql`u.id = ${id}`);
  if (union === undefined) throw new AppError('not_found', 'fairness.union_unknown');
  return union;
}

async function listUnions(
  { transaction }: Context,
  where: RawBuilder<unknown>,
): Promise<ComparedUnion[]> {
  const rows = await transaction
    .selectFrom('unions as u')
    .leftJoin('unions as p', 'p.id', 'u.parentId')
    .select(['u.id', 'u.name', 'u.level', 'u.foundedOn', 'u.closedOn', 'p.id as parentId'])
    .select(
      sql<boolean>`exists (select from unions child where child.parent_id = u.id)`.as(
        'hasUnionsBelow',
      ),
    )
    .where(sql<boolean>`${where}`)
    .orderBy(sql`u.code collate "C"`)
    .execute();
  return rows.map((row) => ({
    ...row,
    level: oneOf(UNION_LEVELS, row.level),
    foundedOn: row.foundedOn === null ? null : day(row.foundedOn),
    closedOn: row.closedOn === null ? null : day(row.closedOn),
  }));
}

/** Ids and levels of those above are known to everybody, their rows are not. */
async function findDistrict({ transaction }: Context, id: number): Promise<Frame['district']> {
  const { rows } = await sql<{ id: number; level: string }>`
    select c.ancestor_id as id, (find_union_levels(${id}::int))[1 + c.depth] as level
    from union_closure c where c.descendant_id = ${id}::int order by c.depth`.execute(transaction);
  const above = rows.map((row) => ({ id: row.id, level: oneOf(UNION_LEVELS, row.level) }));
  const district = above.find(({ level }) => level === 'district') ?? above.at(-1);
  if (district === undefined) throw new Error('a union stands nowhere');
  return district;
}
