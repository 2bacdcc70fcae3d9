import { readdirSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type { BenchResult } from './bench/bench-result.ts';

/**
 * Runs every part in scripts/bench, one after the other: a part is a file with an exported function
 * `bench…`. A bar that is not met is a result like any other; only a part that breaks fails the run.
 * Words after the command pick parts by file name: `npm run bench -- start`.
 */
const folder = new URL('bench/', import.meta.url);
const wanted = process.argv.slice(2);

type Part = () => Promise<BenchResult[]>;

process.exitCode = await main();

async function main(): Promise<number> {
  const gib = (totalmem() / 2 ** 30).toFixed(0);
  console.log(
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${gib} GiB, Node ${process.versions.node}, ${process.platform}\n`,
  );
  let failures = 0;
  for (const file of listPartFiles()) {
    try {
      for (const part of await loadParts(file)) print(await part());
    } catch (error) {
      failures += 1;
      console.error(`${file} broke:`, error);
    }
  }
  return failures === 0 ? 0 : 1;
}

function listPartFiles(): string[] {
  const files = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith('.ts'));
  return files
    .filter((name) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)))
    .toSorted();
}

async function loadParts(file: string): Promise<Part[]> {
  const module: unknown = await import(pathToFileURL(fileURLToPath(new URL(file, folder))).href);
  return Object.entries(module as Record<string, unknown>)
    .filter(([name, value]) => /^bench[A-Z]/.test(name) && typeof value === 'function')
    .map(([, value]) => value as Part);
}

function print(results: readonly BenchResult[]): void {
  for (const { name, value, bar, met } of results) {
    const verdict = met ? 'met' : 'NOT MET';
    console.log(`${verdict.padEnd(7)}  ${value.padStart(22)}  ${bar.padEnd(16)}  ${name}`);
  }
}
