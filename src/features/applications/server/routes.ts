import type { Api } from '#platform/http/api.ts';

import { APPLICATION_ROUTES as ROUTES } from '../contract.ts';
import type { Seat } from '../rules/tiers.ts';
import { getApplicationDetail, listEvents } from './application-detail.ts';
import type { ApplicationKeys } from './application-keys.ts';
import { checkSubmission } from './check-submission.ts';
import { actOnApplication } from './commands/act.ts';
import { approveMany } from './commands/approve-many.ts';
import { addConsents, addPaper, removePaper } from './commands/case-papers.ts';
import { changeApplication, removeDraft } from './commands/change-application.ts';
import { createApplication } from './commands/create-application.ts';
import { recuse } from './commands/recuse.ts';
import { listApplications } from './list-applications.ts';

/** Applications at the desk: reading, filing for a worker, and the acts of the tiers. */
export function addApplicationRoutes(api: Api, keys: ApplicationKeys): void {
  api.bind(ROUTES.list, (context, { query }) => listApplications(context, query));
  api.bind(ROUTES.listEvents, async (context, { query }) => ({
    items: await listEvents(context, query.householdId),
  }));
  api.bind(ROUTES.get, (context, { params }) => getApplicationDetail(context, keys, params.id));
  api.bind(ROUTES.check, (context, { params }) => checkSubmission(context, params.id));
  addFilingRoutes(api, keys);
  addPaperRoutes(api, keys);
  addActRoute(api, keys, ROUTES.actFiling, 'filing');
  addActRoute(api, keys, ROUTES.actGrassroots, 'grassroots');
  addActRoute(api, keys, ROUTES.actTown, 'town');
  addActRoute(api, keys, ROUTES.actDistrict, 'district');
  addActRoute(api, keys, ROUTES.actApproval, 'approval');
  api.bind(ROUTES.approveMany, (context, { body }) => approveMany(context, body));
}

function addFilingRoutes(api: Api, keys: ApplicationKeys): void {
  api.bind(ROUTES.create, async (context, { body }) =>
    getApplicationDetail(context, keys, await createApplication(context, keys, body)),
  );
  api.bind(ROUTES.update, async (context, { params: { id }, body }) => {
    await changeApplication(context, keys, { id, change: body });
    return getApplicationDetail(context, keys, id);
  });
  api.bind(ROUTES.remove, async (context, { params: { id }, body: { version } }) => {
    await removeDraft(context, { id, version });
    return {};
  });
}

function addPaperRoutes(api: Api, keys: ApplicationKeys): void {
  api.bind(ROUTES.addConsents, async (context, { params: { id }, body }) => {
    await addConsents(context, { id, ...body });
    return getApplicationDetail(context, keys, id);
  });
  api.bind(ROUTES.addPaper, async (context, { params: { id }, body }) => {
    await addPaper(context, { id, ...body });
    return getApplicationDetail(context, keys, id);
  });
  api.bind(ROUTES.removePaper, async (context, { params: { id }, body }) => {
    await removePaper(context, { id, ...body });
    return getApplicationDetail(context, keys, id);
  });
  api.bind(ROUTES.recuse, async (context, { params: { id }, body }) => {
    await recuse(context, { id, ...body });
    return getApplicationDetail(context, keys, id);
  });
}

/** Acts answer with the application as it is then. */
function addActRoute(
  api: Api,
  keys: ApplicationKeys,
  route: typeof ROUTES.actFiling,
  seat: Seat,
): void {
  api.bind(route, async (context, { params: { id }, body }) => {
    await actOnApplication(context, { id, input: body, desk: { seat } });
    return getApplicationDetail(context, keys, id);
  });
}
