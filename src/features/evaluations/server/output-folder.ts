import { createReadStream } from 'node:fs';
import type { ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { FastifyReply } from 'fastify';

import { AppError } from '#core/app-error.ts';
import { toDisposition, XLSX_MEDIA_TYPE } from '#platform/http/name-download.ts';

import { OUTPUT_FILES } from '../contract.ts';
import type { EvaluationView, OutputFileName } from '../contract.ts';
import type { Evaluation } from '../rules/evaluation.ts';

/** The folder that holds the five files of one evaluation. */
export interface OutputFolder {
  /** Sets the headers and gives the bytes, which leave after the transaction's commit. */
  readonly open: (
    reply: FastifyReply,
    name: OutputFileName,
    inline: boolean,
  ) => Promise<ReadStream>;
}

const MEDIA_TYPES: Readonly<Record<OutputFileName, string>> = {
  'evaluation.json': 'application/json; charset=utf-8',
  'scores.xlsx': XLSX_MEDIA_TYPE,
  'report.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'report.pdf': 'application/pdf',
  'report.html': 'text/html; charset=utf-8',
};

/** The printed report carries its own styles and pictures and no script. */
const REPORT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'";

const READ_ON_SCREEN: ReadonlySet<OutputFileName> = new Set<OutputFileName>([
  'report.pdf',
  'report.html',
]);

export function openOutputFolder(folder: string, fund: Evaluation['fund']): OutputFolder {
  return {
    open: async (reply, name, inline) => {
      const path = join(folder, name);
      const size = await sizeOf(path);
      if (size === undefined) throw new AppError('not_found', 'evaluation.file_missing');
      const disposition = inline && READ_ON_SCREEN.has(name) ? 'inline' : 'attachment';
      reply.headers({
        'content-type': MEDIA_TYPES[name],
        'content-length': size,
        'content-disposition': toDisposition(disposition, downloadName(name, fund)),
      });
      if (name === 'report.html') reply.header('content-security-policy', REPORT_POLICY);
      return createReadStream(path);
    },
  };
}

/** The files that exist, in the order the page lists them. */
export async function listOutputFiles(folder: string): Promise<EvaluationView['files']> {
  const sizes = await Promise.all(OUTPUT_FILES.map((name) => sizeOf(join(folder, name))));
  return OUTPUT_FILES.flatMap((name, index) => {
    const sizeBytes = sizes[index];
    return sizeBytes === undefined ? [] : [{ name, sizeBytes }];
  });
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** What the file is called on the reader's disk. */
function downloadName(name: OutputFileName, { organization, year }: Evaluation['fund']): string {
  const stem = `${organization}${year}年度`.replace(/[\\/:*?"<>|]/g, '');
  switch (name) {
    case 'evaluation.json':
      return `${stem}绩效评价数据.json`;
    case 'scores.xlsx':
      return `${stem}绩效评分表.xlsx`;
    case 'report.docx':
      return `${stem}绩效评价报告.docx`;
    case 'report.pdf':
      return `${stem}绩效评价报告.pdf`;
    case 'report.html':
      return `${stem}绩效评价报告.html`;
  }
}
