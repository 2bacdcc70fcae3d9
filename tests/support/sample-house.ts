import { makePrivateFolder } from './private-folder.ts';
import { startProgram } from './started-server.ts';

/** `npm start` on a new installation, with the accounts it printed. */
export interface SampleHouse {
  readonly url: string;
  /** SONGNUAN_DATA of the program. */
  readonly data: string;
  readonly pid: number;
  /** Everything printed until it served. */
  readonly output: string;
  /** By username. */
  readonly passwords: Readonly<Record<string, string>>;
}

export interface OpenSampleHouse extends SampleHouse {
  /** Ends the program and removes its installation. */
  readonly close: () => Promise<void>;
}

const ACCOUNT = /^ {2}([a-z]+) +(\S+-\S+-\S+) /gm;

/** @throws Error with all it printed when it does not come up. */
export async function openSampleHouse(): Promise<OpenSampleHouse> {
  const folder = await makePrivateFolder();
  const server = await startProgram(['--port', '0'], folder);
  const close = async (): Promise<void> => {
    await server.stop();
    await folder.remove();
  };
  const { url, pid } = server;
  const output = server.output();
  if (url === undefined || pid === undefined) {
    await close();
    throw new Error(`npm start did not come up:\n${output}`);
  }
  return { url, data: folder.data, pid, output, passwords: findPasswords(output), close };
}

/** The sample accounts' passwords by username, from what the first start printed. */
export function findPasswords(output: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...output.matchAll(ACCOUNT)].map(([, name = '', password = '']) => [name, password]),
  );
}
