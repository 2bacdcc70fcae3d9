import type { TestProject } from 'vitest/node';

import { openSampleHouse } from './sample-house.ts';
import type { SampleHouse } from './sample-house.ts';
import { signIn } from './sign-in.ts';
import type { SignedIn } from './sign-in.ts';

/** Persons of the sample that tests come in as; the others' passwords are in the house. */
const PERSONS = ['pingjia', 'jingshen', 'xitong', 'anquan', 'shenji'] as const;
export type Person = (typeof PERSONS)[number];

/** One running house for all end-to-end tests, because its first start takes seconds. */
export interface SharedHouse extends SampleHouse {
  /** A session of each person; an administrator's second factor is set up. */
  readonly sessions: Readonly<Record<Person, SignedIn>>;
}

declare module 'vitest' {
  interface ProvidedContext {
    house: SharedHouse;
  }
}

/** Vitest calls this once before the end-to-end tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { close, ...house } = await openSampleHouse();
  try {
    const enter = (username: Person): Promise<SignedIn> =>
      signIn(house.url, { username, password: house.passwords[username] ?? '' });
    const [pingjia, jingshen, xitong, anquan, shenji] = await Promise.all([
      enter('pingjia'),
      enter('jingshen'),
      enter('xitong'),
      enter('anquan'),
      enter('shenji'),
    ]);
    const sessions = { pingjia, jingshen, xitong, anquan, shenji };
    project.provide('house', { ...house, sessions });
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}
