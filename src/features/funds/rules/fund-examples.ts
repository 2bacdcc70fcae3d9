import type { z } from 'zod';

import type { EntryPage, Figures, FundYearDetail, FundYearList } from './fund-views.ts';

const FIGURES: Figures = {
  initialFen: 43_000_000,
  changedFen: -16_200_000,
  budgetFen: 26_800_000,
  receivedFen: 26_800_000,
  reservedFen: 60_000,
  committedFen: 0,
  spentFen: 12_000_000,
  availableFen: 14_740_000,
  cashFen: 14_800_000,
  initialRate: 2791,
  budgetRate: 4478,
  receivedRate: 10_000,
  light: 'green',
};

export const YEARS: z.infer<typeof FundYearList> = {
  items: [
    {
      id: 1,
      unionId: 1,
      unionName: '样例区总工会',
      year: 2026,
      isSample: true,
      budgetFen: 26_800_000,
      spentFen: 12_000_000,
      availableFen: 14_740_000,
    },
  ],
};

export const DETAIL: FundYearDetail = {
  id: 1,
  unionId: 1,
  unionName: '样例区总工会',
  year: 2026,
  version: 1,
  isSample: true,
  on: '2026-06-30',
  monthlyPlan: null,
  nextYearFen: null,
  nextYearNote: null,
  plannedRate: 5000,
  forecastFen: 24_000_000,
  total: FIGURES,
  sources: [
    {
      ...FIGURES,
      id: 1,
      kind: 'union',
      name: '工会经费',
      fileTiers: [],
      aidTypes: [],
      version: 1,
      carriedOutFen: 0,
      returnedFen: 0,
    },
  ],
  adjustments: [],
};

export const ENTRIES: EntryPage = { items: [], next: null, total: 0, totalFen: 0 };
