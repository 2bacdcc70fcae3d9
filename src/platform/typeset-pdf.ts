import { dirname } from 'node:path';

import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';

import { FONT_FILES } from './fonts.ts';

/** Where the templates seem to lie; nothing is ever read from this folder of the disk. */
const WORKSPACE = '/songnuan-templates';

/** A document as Typst templates and its data. */
export interface TypesetJob {
  /** Typst source by absolute path, e.g. `/report.typ`; the same path must always hold the same source. */
  readonly sources: Readonly<Record<string, string>>;
  /** Path of the source to start with. */
  readonly main: string;
  /** Strings that the template finds in `sys.inputs`: user data enters here, never into a source. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Pictures and PDF files by absolute path, for this document alone. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
  /** Label of a metadata element whose value is wanted back, e.g. `<heading-pages>`. */
  readonly answerLabel: string;
}

export interface Typeset {
  readonly pdf: Uint8Array;
  readonly answer: unknown;
}

let shared: { readonly compiler: NodeCompiler; readonly known: Set<string> } | null = null;

/**
 * A tagged PDF with embedded subset fonts, PDF/A-2a where every character can be drawn. One compiler serves
 * the whole process: loading it and the fonts takes longer than a report. Throws on a faulty template only.
 */
export function typesetPdf(job: TypesetJob): Typeset {
  const { compiler, known } = sharedCompiler();
  for (const [path, source] of Object.entries(job.sources)) {
    if (!known.has(path)) compiler.addSource(WORKSPACE + path, source);
    known.add(path);
  }
  const files = Object.entries(job.files ?? {});
  for (const [path, bytes] of files) compiler.mapShadow(WORKSPACE + path, Buffer.from(bytes));
  try {
    const compiled = compiler.compile({
      mainFilePath: WORKSPACE + job.main,
      inputs: { ...job.inputs },
    });
    if (compiled.result === null) {
      throw new Error(`typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
    }
    compiler.evictCache(0);
    const pdf = exportPdf(compiler, compiled.result);
    const found: unknown = compiler.query(compiled.result, {
      selector: job.answerLabel,
      field: 'value',
    });
    return { pdf, answer: Array.isArray(found) ? found[0] : undefined };
  } finally {
    for (const [path] of files) compiler.unmapShadow(WORKSPACE + path);
    // The compiler remembers every layout it made; a long-lived server must forget them.
    compiler.evictCache(0);
  }
}

const PROBE = '/probe-pdf.typ';
const PROBE_SOURCE = '#image("/probed.pdf", page: int(sys.inputs.page), alt: "-")';
const PROBED = '/probed.pdf';
/** More than any file has: the refusal tells how many there are. */
const NO_SUCH_PAGE = '1000000';

/** How many pages of a PDF can be placed in a document; 0 for one that cannot be read (damaged, locked). */
export function countPdfPages(bytes: Uint8Array): number {
  const { compiler, known } = sharedCompiler();
  if (!known.has(PROBE)) compiler.addSource(WORKSPACE + PROBE, PROBE_SOURCE);
  known.add(PROBE);
  compiler.mapShadow(WORKSPACE + PROBED, Buffer.from(bytes));
  try {
    const probe = (page: string) =>
      compiler.compile({ mainFilePath: WORKSPACE + PROBE, inputs: { page } });
    const told: unknown = probe(NO_SUCH_PAGE).takeDiagnostics()?.shortDiagnostics;
    const count = Number(/only has (\d+) page/.exec(JSON.stringify(told))?.[1] ?? 0);
    return count > 0 && probe('1').result !== null ? count : 0;
  } finally {
    compiler.unmapShadow(WORKSPACE + PROBED);
    compiler.evictCache(0);
  }
}

/**
 * The archive profile forbids characters that no font can draw (rare personal names) and pages of other
 * PDF files: then plain PDF 1.7.
 */
function exportPdf(compiler: NodeCompiler, document: NodeTypstDocument): Uint8Array {
  try {
    return compiler.pdf(document, { pdfStandard: 'a-2a', pdfTags: true });
  } catch {
    return compiler.pdf(document, { pdfStandard: '1.7', pdfTags: true });
  }
}

function sharedCompiler(): NonNullable<typeof shared> {
  // Folders instead of bytes: the compiler maps the files and reads only the glyphs it needs.
  shared ??= {
    compiler: NodeCompiler.create({
      workspace: WORKSPACE,
      fontArgs: [{ fontPaths: FONT_FILES.map((font) => dirname(font.path)) }],
    }),
    known: new Set(),
  };
  return shared;
}
