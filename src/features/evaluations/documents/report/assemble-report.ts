import type { Block, Heading } from './report-model.ts';
import type { Section, SectionChild } from './section.ts';

const DIGITS = '零一二三四五六七八九';
const REFERENCE = /〖([^〗]+)〗/g;

/** Numbers of one part of the report: a chapter or an annex. */
interface Part {
  readonly id: string;
  /** `表` and `图` are followed by this, e.g. `2-` or `附件1-`. */
  readonly prefix: string;
}

/**
 * Chapters and annexes as one run of blocks: headings get their numbers (一、（一）1.（1）), tables and
 * charts theirs (表2-1), and every reference to one is filled in.
 * @throws RangeError for a reference to nothing.
 */
export function assembleReport(
  chapters: readonly Section[],
  annexes: readonly Section[],
): readonly Block[] {
  const numbers = new Map<string, string>();
  const blocks: Block[] = [];
  for (const [index, chapter] of chapters.entries()) {
    const part: Part = { id: `c${index + 1}`, prefix: `${index + 1}-` };
    blocks.push(heading(1, part.id, `${toChineseNumber(index + 1)}、${chapter.title}`));
    blocks.push(...flatten(chapter.children, 2, part, numbers));
  }
  for (const [index, annex] of annexes.entries()) {
    const part: Part = { id: `a${index + 1}`, prefix: `附${index + 1}-` };
    const own = heading(1, part.id, `附件${index + 1}　${annex.title}`);
    blocks.push({ ...own, startsPage: true });
    blocks.push(...flatten(annex.children, 2, part, numbers));
  }
  return blocks.map((block) => fillReferences(block, numbers));
}

function flatten(
  children: readonly SectionChild[],
  level: 2 | 3 | 4,
  part: Part,
  numbers: Map<string, string>,
): readonly Block[] {
  let position = 0;
  return children.flatMap((child): readonly Block[] => {
    if (child.kind !== 'section') return [numberBlock(child, part, numbers)];
    position += 1;
    const id = `${part.id}-${position}`;
    const below = level === 2 ? 3 : 4;
    return [
      heading(level, id, `${headingNumber(level, position)}${child.title}`),
      ...flatten(child.children, below, { ...part, id }, numbers),
    ];
  });
}

function heading(level: Heading['level'], id: string, text: string): Heading {
  return { kind: 'heading', level, id, text, startsPage: false };
}

function headingNumber(level: 2 | 3 | 4, position: number): string {
  if (level === 2) return `（${toChineseNumber(position)}）`;
  return level === 3 ? `${position}.` : `（${position}）`;
}

function numberBlock(block: Block, part: Part, numbers: Map<string, string>): Block {
  if (block.kind !== 'table' && block.kind !== 'chart') return block;
  const prefix = `${block.kind === 'table' ? '表' : '图'}${part.prefix}`;
  const taken = [...numbers.values()].filter((number) => number.startsWith(prefix)).length;
  const number = `${prefix}${taken + 1}`;
  numbers.set(block.id, number);
  return { ...block, caption: `${number}　${block.caption}` };
}

function fillReferences(block: Block, numbers: ReadonlyMap<string, string>): Block {
  const fill = (text: string): string =>
    text.replace(REFERENCE, (_, id: string) => {
      const number = numbers.get(id);
      if (number === undefined) throw new RangeError(`reference to nothing: ${id}`);
      return number;
    });
  if (block.kind === 'paragraph') return { ...block, text: fill(block.text) };
  if (block.kind === 'list') return { ...block, items: block.items.map(fill) };
  if (block.kind === 'table' && block.note !== null) return { ...block, note: fill(block.note) };
  return block;
}

/** 1 to 99 in Chinese figures, as headings count. */
export function toChineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return `${head}${ones === 0 && tens > 0 ? '' : DIGITS[ones]}`;
}
