import { toChinaDay } from '#platform/china-day.ts';
import type { Api } from '#platform/http/api.ts';

import { FUND_ROUTES as ROUTES } from '../contract.ts';
import { decideAdjustment, proposeAdjustment } from './commands/adjust-budget.ts';
import { loadSources } from './commands/list-usable-sources.ts';
import { addSource, changeSource, openFundYear, planFundYear } from './commands/open-fund-year.ts';
import { recordEntry, takeBackEntry, transferFunds } from './commands/record-entries.ts';
import { getFundYearDetail, listFundYears } from './fund-year-detail.ts';
import { listEntries } from './list-entries.ts';

/** Funds: every change answers with its fund-year as it is then. */
export function addFundRoutes(api: Api): void {
  api.bind(ROUTES.listYears, (context) => listFundYears(context));
  api.bind(ROUTES.getYear, (context, { params, query }) =>
    getFundYearDetail(context, params.id, query.on),
  );
  api.bind(ROUTES.listEntries, (context, { query }) => listEntries(context, query));
  api.bind(ROUTES.listUsable, async (context, { query: { unionId } }) => {
    const on = toChinaDay(context.now);
    const sources = await loadSources(context, { unionIds: [unionId], on });
    return {
      items: sources.map(({ id, unionName, name, availableFen }) => ({
        id,
        unionName,
        name,
        availableFen,
      })),
    };
  });
  addYearRoutes(api);
  addEntryRoutes(api);
}

function addYearRoutes(api: Api): void {
  api.bind(ROUTES.openYear, async (context, { body }) =>
    getFundYearDetail(context, await openFundYear(context, body)),
  );
  api.bind(ROUTES.planYear, async (context, { params: { id }, body }) => {
    await planFundYear(context, { id, plan: body });
    return getFundYearDetail(context, id);
  });
  api.bind(ROUTES.addSource, async (context, { params: { id }, body }) => {
    await addSource(context, { fundYearId: id, source: body });
    return getFundYearDetail(context, id);
  });
  api.bind(ROUTES.changeSource, async (context, { params: { id }, body }) =>
    getFundYearDetail(context, await changeSource(context, { id, change: body })),
  );
}

function addEntryRoutes(api: Api): void {
  api.bind(ROUTES.recordEntry, async (context, { body }) =>
    getFundYearDetail(context, await recordEntry(context, body)),
  );
  api.bind(ROUTES.transfer, async (context, { body }) =>
    getFundYearDetail(context, await transferFunds(context, body)),
  );
  api.bind(ROUTES.takeBack, async (context, { params: { id }, body }) =>
    getFundYearDetail(context, await takeBackEntry(context, { id, ...body })),
  );
  api.bind(ROUTES.propose, async (context, { params: { id }, body }) => {
    await proposeAdjustment(context, { fundYearId: id, wish: body });
    return getFundYearDetail(context, id);
  });
  api.bind(ROUTES.decide, async (context, { params: { id }, body }) =>
    getFundYearDetail(context, await decideAdjustment(context, { id, decision: body })),
  );
}
