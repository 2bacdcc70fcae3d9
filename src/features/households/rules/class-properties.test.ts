import fc from 'fast-check';
import { expect, test } from 'vitest';

import { compare, fraction } from '#core/fraction.ts';
import { fen } from '#core/money.ts';
import { addDays, day } from '#core/plain-date.ts';
import {
  TODAY,
  aForm,
  aHead,
  aPerson,
  income,
  spending,
  standards,
} from '#tests/support/household-form.ts';

import { findHouseholdText } from '../messages.ts';
import type { ClassStandards } from './class-standards.ts';
import { classifyHousehold } from './classify-household.ts';
import type { HouseholdForm, PersonForm } from './household-form.ts';
import {
  ACCIDENT_KINDS,
  EXCLUSIONS,
  INCOME_KINDS,
  OLD_CLASSES,
  SPENDING_KINDS,
  WORK_STATES,
} from './words.ts';
import type { HardshipClass } from './words.ts';

/** Up to about six times D a person and year, so that every class comes up. */
const amount = fc.integer({ min: 0, max: 7_000_000 });
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 8 });
const birth = fc.integer({ min: 0, max: 35_000 }).map((days) => addDays(day('1930-01-01'), days));

const person: fc.Arbitrary<Partial<PersonForm>> = fc.record({
  workState: nullable(fc.constantFrom(...WORK_STATES)),
  bornOn: nullable(birth),
  sex: nullable(fc.constantFrom('male' as const, 'female' as const)),
});

const people = fc
  .array(person, { minLength: 1, maxLength: 6 })
  .map((list) =>
    list.map((facts, index) =>
      index === 0 ? aHead({ ...facts, id: 1 }) : aPerson({ ...facts, id: index + 1 }),
    ),
  );

/** What is asked but of the people: nearly always answered, now and then against the family. */
const answers = fc.record(
  Object.fromEntries(
    EXCLUSIONS.map((ground) => [
      ground,
      fc.oneof(
        { weight: 60, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constantFrom(true, null) },
      ),
    ]),
  ),
);

const accident = fc.record({
  kind: fc.constantFrom(...ACCIDENT_KINDS),
  happenedOn: fc.integer({ min: -400, max: 5 }).map((days) => addDays(TODAY, days)),
  netCost: amount.map((cost) => fen(cost)),
  note: fc.constant(null),
});

const forms: fc.Arbitrary<HouseholdForm> = people.chain((list) =>
  fc
    .record({
      rows: fc.array(
        fc.tuple(
          fc.nat({ max: list.length - 1 }),
          fc.constantFrom(...INCOME_KINDS, 'wage' as const, 'wage' as const),
          amount,
        ),
        { maxLength: 8 },
      ),
      hasRowEach: fc.boolean(),
      costs: fc.array(fc.tuple(fc.constantFrom(...SPENDING_KINDS), amount, amount), {
        maxLength: 4,
      }),
      accident: fc.option(accident, { freq: 2 }),
      answers,
      isOld: fc.boolean(),
      oldClass: nullable(fc.constantFrom(...OLD_CLASSES)),
    })
    .map((drawn) => {
      const rows = drawn.rows.map(([of, kind, yearly]) => income(yearly, { person: of, kind }));
      const each = list.map((_, index) => income(0, { person: index, kind: 'other' }));
      return aForm({
        people: list,
        income: drawn.hasRowEach ? [...each, ...rows] : rows,
        spending: drawn.costs.map(([kind, yearly, reimbursed]) =>
          spending(yearly, { kind, reimbursed: fen(reimbursed) }),
        ),
        accident: drawn.accident,
        exclusions: { ...aForm().exclusions, ...drawn.answers },
        scheme: drawn.isOld ? 'old' : 'current',
        oldClass: drawn.isOld ? drawn.oldClass : null,
      });
    }),
);

const figures: fc.Arbitrary<ClassStandards> = fc
  .record({
    isStrict: fc.boolean(),
    minimumFen: fc.integer({ min: 1, max: 250_000 }),
    relativePercent: fc.integer({ min: 100, max: 300 }),
  })
  .map(({ minimumFen, ...rest }) =>
    standards({ ...rest, minimumLiving: { fen: fen(minimumFen) } }),
  );

const DEPTH: readonly HardshipClass[] = ['deep', 'relative', 'accidental', 'none'];
const classOf = (form: HouseholdForm, byFigures: ClassStandards) =>
  classifyHousehold(form, byFigures, TODAY).hardshipClass;
const depthOf = (form: HouseholdForm, byFigures: ClassStandards) =>
  DEPTH.indexOf(classOf(form, byFigures));

test('the forms drawn come to every class, or the properties below would say little', () => {
  const seen = new Set(
    fc
      .sample(fc.tuple(forms, figures), { numRuns: 2000, seed: 4 })
      .map((drawn) => classOf(...drawn)),
  );
  expect([...seen].toSorted()).toEqual(['accidental', 'deep', 'none', 'relative', 'unknown']);
});

test('every class has its reasons, each a whole sentence', () => {
  fc.assert(
    fc.property(forms, figures, (form, by) => {
      const { reasons } = classifyHousehold(form, by, TODAY);
      expect(reasons.length).toBeGreaterThan(0);
      for (const reason of reasons) {
        const text = findHouseholdText(reason);
        expect(text, reason.code).toMatch(/。$/);
        expect(text).not.toMatch(/undefined|NaN/);
      }
    }),
  );
});

test('more income never makes a class deeper, more spending never lighter', () => {
  fc.assert(
    fc.property(forms, figures, fc.nat(), amount, (form, byFigures, at, more) => {
      const before = depthOf(form, byFigures);
      const raised = form.income.map((row, index) =>
        index === at % form.income.length ? { ...row, yearly: fen(row.yearly + more) } : row,
      );
      expect(depthOf({ ...form, income: raised }, byFigures)).toBeGreaterThanOrEqual(before);
      const costlier = { ...form, spending: [...form.spending, spending(more)] };
      expect(depthOf(costlier, byFigures)).toBeLessThanOrEqual(before);
    }),
    { numRuns: 1000 },
  );
});

test('in which order the people stand changes nothing', () => {
  fc.assert(
    fc.property(
      forms,
      figures,
      fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
      (form, by, keys) => {
        const order = form.people
          .map((_, index) => index)
          .toSorted((left, right) => (keys[left] ?? 0) - (keys[right] ?? 0));
        const shuffled = {
          ...form,
          people: order.flatMap((index) => form.people[index] ?? []),
          income: form.income.map((row) => ({ ...row, person: order.indexOf(row.person) })),
        };
        const { reasons, ...before } = classifyHousehold(form, by, TODAY);
        const { reasons: reasonsAfter, ...after } = classifyHousehold(shuffled, by, TODAY);
        expect(after).toEqual(before);
        const sorted = (list: typeof reasons) =>
          list.map((reason) => JSON.stringify(reason)).toSorted();
        expect(sorted(reasonsAfter)).toEqual(sorted(reasons));
      },
    ),
    { numRuns: 500 },
  );
});

test('deep and relative are exactly those below D and below its multiple', () => {
  fc.assert(
    fc.property(forms, figures, (form, by) => {
      const current: HouseholdForm = { ...form, scheme: 'current', oldClass: null };
      const found = classifyHousehold(current, by, TODAY);
      const { incomeFen, spendingFen, minimumLivingFen } = found;
      fc.pre(incomeFen !== null && spendingFen !== null && minimumLivingFen !== null);
      fc.pre(!Object.values(form.exclusions).some((answer) => answer !== false));
      const net = fraction(incomeFen - spendingFen, 12 * form.people.length);
      const toMinimum = compare(net, fraction(minimumLivingFen));
      const toEnd = compare(net, fraction(minimumLivingFen * by.relativePercent, 100));
      const isDeep = by.isStrict ? toMinimum < 0 : toMinimum <= 0;
      const expected = isDeep ? ['deep'] : toEnd < 0 ? ['relative'] : ['accidental', 'none'];
      expect(expected).toContain(found.hardshipClass);
    }),
    { numRuns: 1000 },
  );
});

test('one fact taken away leaves the class unknown and is named', () => {
  const without: readonly ((form: HouseholdForm) => HouseholdForm)[] = [
    ...EXCLUSIONS.map((ground) => (form: HouseholdForm) => ({
      ...form,
      exclusions: { ...form.exclusions, [ground]: null },
    })),
    (form) => ({ ...form, income: form.income.filter((row) => row.person !== 0) }),
    (form) => ({
      ...form,
      people: form.people.map((one) => (one.role === 'head' ? { ...one, workState: null } : one)),
    }),
  ];
  fc.assert(
    fc.property(forms, figures, fc.constantFrom(...without), (form, by, take) => {
      const known: HouseholdForm = {
        ...form,
        scheme: 'current',
        oldClass: null,
        exclusions: aForm().exclusions,
        people: [aHead(), ...form.people.slice(1)],
        income: [...form.income, income(1)],
      };
      fc.pre(classOf(known, by) !== 'unknown');
      const taken = classifyHousehold(take(known), by, TODAY);
      expect(taken.hardshipClass).toBe('unknown');
      expect(taken.reasons.length).toBeGreaterThan(0);
      const noStandard = { ...by, minimumLiving: undefined };
      expect(classOf(known, noStandard)).toBe('unknown');
    }),
    { numRuns: 500 },
  );
});
