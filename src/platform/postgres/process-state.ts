import { readFileSync } from 'node:fs';

/** Whether a process of this number does anything; one that ended and was not yet buried does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
  return readStat(pid)?.state !== 'Z';
}

/** The program's short name; undefined where the system does not say. */
export function findProgramName(pid: number): string | undefined {
  return readStat(pid)?.name;
}

function readStat(pid: number): { readonly name: string; readonly state: string } | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const [, name, state] = /\((.*)\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return name === undefined || state === undefined ? undefined : { name, state };
  } catch {
    // Gone since, or hidden from us.
    return undefined;
  }
}
