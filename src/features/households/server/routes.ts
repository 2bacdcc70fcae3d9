import type { Api } from '#platform/http/api.ts';

import { HOUSEHOLD_ROUTES as ROUTES } from '../contract.ts';
import { classOn } from './class-on.ts';
import { changeHead } from './commands/change-head.ts';
import { createHousehold } from './commands/create-household.ts';
import { exitHousehold } from './commands/exit-household.ts';
import { mergeHouseholds } from './commands/merge-households.ts';
import { moveHousehold } from './commands/move-household.ts';
import { recheckHousehold } from './commands/recheck-household.ts';
import { relapseHousehold } from './commands/relapse-household.ts';
import { revealSecret } from './commands/reveal-secret.ts';
import { splitHousehold } from './commands/split-household.ts';
import { undoMerge } from './commands/undo-merge.ts';
import { updateHousehold } from './commands/update-household.ts';
import { getHouseholdDetail, getVersionDetail } from './household-detail.ts';
import type { HouseholdKeys } from './household-keys.ts';
import { listHouseholds } from './list-households.ts';

/** Files of families in hardship: reading, and the acts on one file. */
export function addHouseholdRoutes(api: Api, keys: HouseholdKeys): void {
  api.bind(ROUTES.list, (context, { query }) => listHouseholds(context, keys, query));
  api.bind(ROUTES.get, (context, { params }) => getHouseholdDetail(context, keys, params.id));
  api.bind(ROUTES.getVersion, (context, { params }) => getVersionDetail(context, keys, params));
  api.bind(ROUTES.classify, (context, { body: { form, on } }) => classOn(context, form, on));
  api.bind(ROUTES.reveal, async (context, { params, body }) => ({
    value: await revealSecret(context, keys, { ...params, ...body }),
  }));
  addFormRoutes(api, keys);
  addActRoutes(api, keys);
}

/** Acts answer with the file as it is then. */
function addFormRoutes(api: Api, keys: HouseholdKeys): void {
  api.bind(ROUTES.create, async (context, { body }) =>
    getHouseholdDetail(context, keys, await createHousehold(context, keys, body)),
  );
  api.bind(ROUTES.update, async (context, { params: { id }, body }) => {
    await updateHousehold(context, keys, { id, change: body });
    return getHouseholdDetail(context, keys, id);
  });
  api.bind(ROUTES.changeHead, async (context, { params: { id }, body }) => {
    await changeHead(context, keys, { id, change: body });
    return getHouseholdDetail(context, keys, id);
  });
  api.bind(ROUTES.recheck, async (context, { params: { id }, body }) => {
    await recheckHousehold(context, keys, { id, recheck: body });
    return getHouseholdDetail(context, keys, id);
  });
}

function addActRoutes(api: Api, keys: HouseholdKeys): void {
  api.bind(ROUTES.exit, async (context, { params: { id }, body }) => {
    await exitHousehold(context, keys, { id, exit: body });
    return getHouseholdDetail(context, keys, id);
  });
  api.bind(ROUTES.relapse, async (context, { params: { id }, body }) => {
    await relapseHousehold(context, keys, { id, relapse: body });
    return getHouseholdDetail(context, keys, id);
  });
  api.bind(ROUTES.move, async (context, { params: { id }, body }) => {
    await moveHousehold(context, keys, { id, move: body });
    return getHouseholdDetail(context, keys, id);
  });
  api.bind(ROUTES.split, async (context, { params: { id }, body }) => {
    const newId = await splitHousehold(context, keys, { id, split: body });
    return getHouseholdDetail(context, keys, newId);
  });
  api.bind(ROUTES.merge, async (context, { params: { id }, body }) => {
    await mergeHouseholds(context, keys, { id, merge: body });
    return getHouseholdDetail(context, keys, id);
  });
  api.bind(ROUTES.undoMerge, async (context, { params: { id }, body }) => {
    await undoMerge(context, keys, { id, ...body });
    return getHouseholdDetail(context, keys, id);
  });
}
