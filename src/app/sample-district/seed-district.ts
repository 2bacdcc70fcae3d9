import { sampleYear } from '#features/fund-years/rules/sample-year.ts';

import { asProgram } from '../installation/as-program.ts';
import type { Services } from '../services.ts';
import { listSampleHouseholds } from './sample-households.ts';
import { GRASSROOTS } from './sample-people.ts';
import { listYearFamilies } from './sample-year-families.ts';
import { seedFigures } from './seed-figures.ts';
import { seedHouseholds } from './seed-households.ts';
import { seedOpenCases } from './seed-open-cases.ts';
import { choosePasswords, seedPeople } from './seed-people.ts';
import type { SeededPerson } from './seed-people.ts';
import { seedTree } from './seed-tree.ts';
import { seedYearCases } from './seed-year-cases.ts';

/** Tree, persons, families and cases of the sample in one transaction; returns the persons with their passwords. */
export async function seedDistrict(services: Services): Promise<readonly SeededPerson[]> {
  const people = await choosePasswords(services.accounts);
  const { aid } = sampleYear();
  await asProgram(services, async (context) => {
    const unions = await seedTree(context, services.cipher);
    await seedPeople(context, services.accounts, unions, people);
    await seedFigures(context);
    const families = await seedHouseholds(context, services, unions, listYearFamilies(aid));
    await seedYearCases(context, services, { aid, families, unions });
    const others = await seedHouseholds(context, services, unions, listSampleHouseholds());
    const near = others.filter(({ household }) => household.union === GRASSROOTS);
    await seedOpenCases(context, services, near);
  });
  return people;
}
