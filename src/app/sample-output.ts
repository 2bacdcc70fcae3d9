import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { OUTPUT_FILES } from '#features/evaluations/contract.ts';
import { Evaluation } from '#features/evaluations/rules/evaluation.ts';
import { sampleYear } from '#features/fund-years/rules/sample-year.ts';
import type { YearRecords } from '#features/fund-years/rules/year-records.ts';
import { readYearWorkbook } from '#features/fund-years/server/commands/read-year-workbook.ts';
import type { Framework } from '#features/indicators/rules/framework.ts';

export interface SampleOutput {
  readonly evaluation: Evaluation;
  readonly records: YearRecords;
  readonly framework: Framework;
  /** Holds the five files. */
  readonly outputDir: string;
}

export interface SampleInput {
  readonly folder: string;
  /** Digest of the program's sources: another program may evaluate otherwise. */
  readonly build: string;
  /** Called before the slow part, when there is one. */
  readonly onEvaluate: () => void;
}

/** The sample year as a workbook, evaluated like any other; kept until workbook or program change. */
export async function prepareSampleOutput(input: SampleInput): Promise<SampleOutput> {
  return (await findKept(input)) ?? evaluate(input);
}

async function findKept({ folder, build }: SampleInput): Promise<SampleOutput | undefined> {
  const { workbookPath, outputDir, stampPath } = pathsIn(folder);
  const stamp = await readText(stampPath);
  if (stamp === undefined || stamp !== (await stampOf(folder, build))) return undefined;
  const { records, framework } = await readYearWorkbook(workbookPath);
  if (records === null || framework === null) return undefined;
  const text = await readFile(join(outputDir, 'evaluation.json'), 'utf8');
  return { evaluation: Evaluation.parse(JSON.parse(text)), records, framework, outputDir };
}

/** Loads the writers of all outputs only here: a start that finds its results kept needs none. */
async function evaluate({ folder, build, onEvaluate }: SampleInput): Promise<SampleOutput> {
  const { workbookPath, outputDir, stampPath } = pathsIn(folder);
  onEvaluate();
  const [{ evaluateWorkbook }, { writeYearWorkbook }] = await Promise.all([
    import('#features/evaluations/server/commands.ts'),
    import('#features/fund-years/server/commands/write-year-workbook.ts'),
  ]);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeYearWorkbook(workbookPath, { records: sampleYear() });
  const result = await evaluateWorkbook({ workbookPath, outDir: outputDir, outline: 'seed' });
  if (!result.ok) {
    throw new Error(`the sample year has ${result.problems.length} problems`);
  }
  const stamp = await stampOf(folder, build);
  if (stamp !== undefined) await writeFile(stampPath, stamp);
  const { evaluation, records, framework } = result;
  return { evaluation, records, framework, outputDir };
}

/** One digest over the program, the workbook and the outputs; undefined when one of them is gone. */
async function stampOf(folder: string, build: string): Promise<string | undefined> {
  const { workbookPath, outputDir } = pathsIn(folder);
  const digest = createHash('sha256').update(build);
  for (const path of [workbookPath, ...OUTPUT_FILES.map((name) => join(outputDir, name))]) {
    const bytes = await readBytes(path);
    if (bytes === undefined) return undefined;
    digest.update(bytes);
  }
  return digest.digest('hex');
}

interface SamplePaths {
  readonly workbookPath: string;
  readonly outputDir: string;
  readonly stampPath: string;
}

function pathsIn(folder: string): SamplePaths {
  return {
    workbookPath: join(folder, 'sample-year.xlsx'),
    outputDir: join(folder, 'results'),
    stampPath: join(folder, 'stamp'),
  };
}

async function readText(path: string): Promise<string | undefined> {
  return (await readBytes(path))?.toString('utf8');
}

/** Undefined when there is no such file. */
async function readBytes(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
