import type { TestProject } from 'vitest/node';

import { launchBrowserServer } from './browser.ts';
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
    /** Where the one browser of the run is reached. */
    browserAddress: string;
  }
}

/** Vitest calls this once before the end-to-end tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [{ close: closeHouse, ...house }, browser] = await Promise.all([
    openSampleHouse(),
    launchBrowserServer(),
  ]);
  const close = async (): Promise<void> => {
    await Promise.all([closeHouse(), browser.close()]);
  };
  try {
    project.provide('house', { ...house, sessions: await openSessions(house) });
    project.provide('browserAddress', browser.wsEndpoint());
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}

async function openSessions({ url, passwords }: SampleHouse): Promise<SharedHouse['sessions']> {
  const enter = (username: Person): Promise<SignedIn> =>
    signIn(url, { username, password: passwords[username] ?? '' });
  const [pingjia, jingshen, xitong, anquan, shenji] = await Promise.all([
    enter('pingjia'),
    enter('jingshen'),
    enter('xitong'),
    enter('anquan'),
    enter('shenji'),
  ]);
  return { pingjia, jingshen, xitong, anquan, shenji };
}
