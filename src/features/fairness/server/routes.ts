import type { Api } from '#platform/http/api.ts';
import { toXlsxDownload } from '#platform/http/name-download.ts';

import { FAIRNESS_ROUTES as ROUTES } from '../contract.ts';
import { exportFairness } from './commands/export-fairness.ts';
import { compareUnions } from './compare-unions.ts';
import { spreadAmounts } from './spread-amounts.ts';

/** Unions beside their district, amounts of like cases beside each other. */
export function addFairnessRoutes(api: Api): void {
  api.bind(ROUTES.overview, (context, { query }) => compareUnions(context, query));
  api.bind(ROUTES.amounts, (context, { query }) => spreadAmounts(context, query));
  api.bindRaw(ROUTES.export, async (context, { body }, { reply }) =>
    toXlsxDownload(reply, '公平分析.xlsx', await exportFairness(context, body)),
  );
}
