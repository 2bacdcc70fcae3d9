/** 资金来源: whose money it is. Money of one kind is never made up from another. */
export const SOURCE_KINDS = ['fiscal', 'union', 'higher_level', 'donation', 'other'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What moves the budget and the money of a source. */
export const BUDGET_ENTRY_KINDS = [
  'initial',
  'adjusted',
  'received',
  'carried_in',
  'carried_out',
  'allocated_in',
  'allocated_out',
  'returned',
] as const;

/** What moves the money of one case: granted, taken back, in a batch, out of it, paid, recovered. */
export const CASE_ENTRY_KINDS = [
  'reserved',
  'released',
  'committed',
  'uncommitted',
  'spent',
  'recovered',
] as const;

export const ENTRY_KINDS = [...BUDGET_ENTRY_KINDS, ...CASE_ENTRY_KINDS] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const ADJUSTMENT_STATES = ['proposed', 'approved', 'rejected'] as const;
export type AdjustmentState = (typeof ADJUSTMENT_STATES)[number];
