import type { ReportModel } from '../report-model.ts';
import { MARGIN, PAGE } from './measures.ts';
import { atomsOf } from './page-atoms.ts';
import type { Atom } from './page-atoms.ts';

const PAGE_HEIGHT = PAGE.height - MARGIN.top - MARGIN.bottom;

/**
 * On which page each heading will stand, the first chapter beginning page 1. Lines and rows have set heights,
 * so adding them up comes close to what Word does; updating the contents in Word settles the rest.
 */
export function estimatePages(model: ReportModel): ReadonlyMap<string, number> {
  const atoms = model.blocks.flatMap(atomsOf);
  const pages = new Map<string, number>();
  let page = 1;
  let used = 0;
  atoms.forEach((atom, index) => {
    const isPageFull = used + heightKeptTogether(atoms, index) > PAGE_HEIGHT;
    if (used > 0 && (atom.startsPage || isPageFull)) {
      page += 1;
      used = atom.repeatedHead;
    }
    used += atom.height;
    if (atom.headingId !== null) pages.set(atom.headingId, page);
  });
  return pages;
}

/** Only the first piece of a chain asks for the room of all: the others follow it anyway. */
function heightKeptTogether(atoms: readonly Atom[], first: number): number {
  let height = 0;
  for (let index = first; index < atoms.length; index += 1) {
    const atom = atoms[index];
    if (atom === undefined || (index > first && atom.startsPage)) break;
    height += atom.height;
    // A chain longer than a page cannot be kept: Word breaks it where it fills.
    if (height > PAGE_HEIGHT) return atoms[first]?.height ?? 0;
    if (!atom.keepsWithNext) break;
  }
  return height;
}
