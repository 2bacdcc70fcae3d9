import type { UnionLevel } from '#features/accounts/rules/roles.ts';

import type { ExistingUnion } from './import-change.ts';
import type { UnionSheetRow } from './union-sheet.ts';

/** The tree as it will stand when all the given rows are written, by code. */
export class ImportTree {
  readonly #rows = new Map<string, readonly UnionSheetRow[]>();
  readonly #existing: ReadonlyMap<string, ExistingUnion>;

  constructor(rows: readonly UnionSheetRow[], existing: ReadonlyMap<string, ExistingUnion>) {
    this.#existing = existing;
    for (const row of rows) this.#rows.set(row.code, [...(this.#rows.get(row.code) ?? []), row]);
  }

  findExisting(code: string): ExistingUnion | undefined {
    return this.#existing.get(code);
  }

  /** Rows of the file that speak of the union; sound when there is one. */
  listRows(code: string): readonly UnionSheetRow[] {
    return this.#rows.get(code) ?? [];
  }

  has(code: string): boolean {
    return this.#existing.has(code) || this.#rows.has(code);
  }

  findParentCode(code: string): string | null {
    return this.listRows(code)[0]?.parentCode ?? this.#existing.get(code)?.parentCode ?? null;
  }

  findLevel(code: string): UnionLevel | undefined {
    return this.#existing.get(code)?.level ?? this.listRows(code)[0]?.level;
  }

  /** Whether the way up from the union comes back to it. */
  isInRing(code: string): boolean {
    const seen = new Set<string>();
    for (let at = this.findParentCode(code); at !== null; at = this.findParentCode(at)) {
      if (at === code) return true;
      if (seen.has(at)) return false;
      seen.add(at);
    }
    return false;
  }

  /** Steps to the top; only of a tree without rings. */
  depthOf(code: string): number {
    let depth = 0;
    for (let at = this.findParentCode(code); at !== null; at = this.findParentCode(at)) depth += 1;
    return depth;
  }
}
