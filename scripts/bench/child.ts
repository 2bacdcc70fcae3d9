import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

export interface ChildMeasure {
  readonly milliseconds: number;
  /** The most memory the process ever held, in MB. */
  readonly peakMegabytes: number;
}

/** Loaded before the program: notes the highest memory use on the way out, wherever that is. */
const NOTE_PEAK = `data:text/javascript,${encodeURIComponent(
  "import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(process.env.PEAK_FILE,String(process.resourceUsage().maxRSS)))",
)}`;

/** Runs a program of ours to its end. @throws Error with its output when it fails. */
export async function measureChild(
  args: readonly string[],
  scratch: string,
): Promise<ChildMeasure> {
  const peakFile = join(scratch, 'peak');
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', NOTE_PEAK, ...args], {
    cwd: projectFolder,
    env: { ...process.env, PEAK_FILE: peakFile },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const exitCode = await new Promise((resolve) => {
    child.on('close', resolve);
  });
  const milliseconds = performance.now() - started;
  if (exitCode !== 0) {
    const output = Buffer.concat(chunks).toString('utf8');
    throw new Error(`${args.join(' ')} ended with ${String(exitCode)}:\n${output}`);
  }
  return { milliseconds, peakMegabytes: Number(await readFile(peakFile, 'utf8')) / 1024 };
}
