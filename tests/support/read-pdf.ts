import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfPage {
  /** Text of the page in reading order, without page number, header and other furniture. */
  readonly content: string;
  /** All text, furniture included. */
  readonly all: string;
  readonly structure: StructureNode | null;
}

export interface StructureNode {
  readonly role: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children: readonly (StructureNode | { readonly type: string })[];
}

export interface ReadPdf {
  readonly pages: readonly PdfPage[];
  readonly isTagged: boolean;
  readonly info: Readonly<Record<string, unknown>>;
  /** Titles of all bookmarks, depth first. */
  readonly bookmarks: readonly string[];
  readonly pageLabels: readonly string[];
}

/** Reads a PDF with a reader that had no part in writing it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // The reader takes the buffer over, so it gets a copy.
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await task.promise;
  try {
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const structure = (await page.getStructTree()) as StructureNode | null;
      pages.push({ ...textOf(items), structure });
    }
    const { info } = await document.getMetadata();
    return {
      pages,
      isTagged: (await document.getMarkInfo())?.Marked === true,
      info: info as Record<string, unknown>,
      bookmarks: titles((await document.getOutline()) ?? []),
      pageLabels: (await document.getPageLabels()) ?? [],
    };
  } finally {
    await task.destroy();
  }
}

/** All nodes of a page's structure, depth first. */
export function structureNodes(node: StructureNode | null): StructureNode[] {
  if (node === null) return [];
  const below = node.children.flatMap((child) => ('role' in child ? structureNodes(child) : []));
  return [node, ...below];
}

interface TextPiece {
  readonly type?: string;
  readonly tag?: string | null;
  readonly str?: string;
}

function textOf(pieces: readonly TextPiece[]): { content: string; all: string } {
  const open: (string | null | undefined)[] = [];
  let content = '';
  let all = '';
  for (const piece of pieces) {
    if (piece.str !== undefined) {
      all += piece.str;
      if (!open.includes('Artifact')) content += piece.str;
    } else if (piece.type === 'endMarkedContent') {
      open.pop();
    } else {
      open.push(piece.tag);
    }
  }
  return { content, all };
}

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

function titles(bookmarks: readonly Bookmark[]): string[] {
  return bookmarks.flatMap(({ title, items }) => [title, ...titles(items)]);
}
