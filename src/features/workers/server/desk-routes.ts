import type { Api, Wire } from '#platform/http/api.ts';

import { WORKER_DESK_ROUTES as ROUTES } from '../contract.ts';
import { answerCorrection, listCorrections } from './desk/corrections.ts';
import {
  fileFamilyForm,
  getFamilyForm,
  listFamilyForms,
  returnFamilyForm,
} from './desk/family-forms.ts';
import {
  inviteWorker,
  listInvitations,
  renewInvitation,
  revokeInvitation,
} from './desk/invitations.ts';
import type { WorkerDependencies } from './worker-dependencies.ts';

/** What a union does for its workers' access. */
export function addWorkerDeskRoutes(api: Api, dependencies: WorkerDependencies): void {
  const { keys } = dependencies;
  api.bind(ROUTES.listInvitations, (context, { query }) => listInvitations(context, query));
  // Staged: a code that is shown once is no reply to keep under an idempotency key.
  const originOf = ({ request }: Wire): string =>
    dependencies.publicOrigin ?? `${request.protocol}://${request.host}`;
  api.bindStaged(ROUTES.invite, (stages, { body }, wire) => {
    const order = { ...body, origin: originOf(wire) };
    return stages.transact((context) => inviteWorker(context, dependencies, order));
  });
  api.bindStaged(ROUTES.renewInvitation, (stages, { params: { id } }, wire) => {
    const order = { id, origin: originOf(wire) };
    return stages.transact((context) => renewInvitation(context, dependencies, order));
  });
  api.bind(ROUTES.revokeInvitation, (context, { params }) => revokeInvitation(context, params.id));
  api.bind(ROUTES.listForms, (context, { query }) => listFamilyForms(context, query));
  api.bind(ROUTES.getForm, (context, { params }) => getFamilyForm(context, keys, params.id));
  api.bind(ROUTES.fileForm, (context, { params: { id }, body }) =>
    fileFamilyForm(context, keys, { id, ...body }),
  );
  api.bind(ROUTES.returnForm, async (context, { params: { id }, body }) => {
    await returnFamilyForm(context, keys, { id, ...body });
    return {};
  });
  api.bind(ROUTES.listCorrections, (context, { query }) => listCorrections(context, keys, query));
  api.bind(ROUTES.answerCorrection, (context, { params: { id }, body }) =>
    answerCorrection(context, keys, { id, ...body }),
  );
}
