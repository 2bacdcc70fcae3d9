import type { Api } from '#platform/http/api.ts';

import { POLICY_ROUTES as ROUTES } from '../contract.ts';
import { activatePolicy, endPolicy, withdrawPolicy } from './commands/activate-policy.ts';
import {
  addPolicyTest,
  changePolicyTest,
  removePolicyTest,
} from './commands/change-policy-tests.ts';
import { createPolicy } from './commands/create-policy.ts';
import { acknowledgePolicy, forwardPolicy, remindUnions } from './commands/forward-policy.ts';
import { savePolicy } from './commands/save-policy.ts';
import { comparePolicies } from './compare-policies.ts';
import { listForwardings } from './list-forwardings.ts';
import { getPolicyDetail, listPolicies } from './policy-detail.ts';
import { orderReplay } from './replay-job.ts';
import type { ReplayJob } from './replay-job.ts';

/** Versions of the relief rules: reading, drafting, testing, coming into force, forwarding. */
export function addPolicyRoutes(api: Api, replayJob: ReplayJob): void {
  api.bind(ROUTES.list, (context) => listPolicies(context));
  api.bind(ROUTES.get, (context, { params: { id } }) => getPolicyDetail(context, id));
  api.bind(ROUTES.compare, (context, { params: { id }, query: { withId } }) =>
    comparePolicies(context, { id, withId }),
  );
  addDraftRoutes(api);
  addTestRoutes(api);
  addForwardingRoutes(api);
  api.bind(ROUTES.replay, async (context, { params: { id }, body }) => ({
    jobId: await orderReplay(context, replayJob, { id, ...body }),
  }));
}

function addDraftRoutes(api: Api): void {
  api.bind(ROUTES.create, async (context, { body }) =>
    getPolicyDetail(context, await createPolicy(context, body)),
  );
  api.bind(ROUTES.save, async (context, { params: { id }, body }) => {
    await savePolicy(context, { id, change: body });
    return getPolicyDetail(context, id);
  });
  api.bind(ROUTES.withdraw, async (context, { params: { id }, body }) => {
    await withdrawPolicy(context, { id, withdrawal: body });
    return getPolicyDetail(context, id);
  });
  api.bind(ROUTES.activate, async (context, { params: { id }, body }) => {
    await activatePolicy(context, { id, activation: body });
    return getPolicyDetail(context, id);
  });
  api.bind(ROUTES.end, async (context, { params: { id }, body }) => {
    await endPolicy(context, { id, end: body });
    return getPolicyDetail(context, id);
  });
}

function addTestRoutes(api: Api): void {
  api.bind(ROUTES.addTest, async (context, { params: { id }, body }) => {
    await addPolicyTest(context, { id, test: body });
    return getPolicyDetail(context, id);
  });
  api.bind(ROUTES.changeTest, async (context, { params, body }) => {
    await changePolicyTest(context, { ...params, test: body });
    return getPolicyDetail(context, params.id);
  });
  api.bind(ROUTES.removeTest, async (context, { params, body }) => {
    await removePolicyTest(context, { ...params, ...body });
    return getPolicyDetail(context, params.id);
  });
}

function addForwardingRoutes(api: Api): void {
  api.bind(ROUTES.listForwardings, (context, { params: { id } }) => listForwardings(context, id));
  api.bind(ROUTES.forward, async (context, { params: { id }, body }) => {
    await forwardPolicy(context, { id, ...body });
    return listForwardings(context, id);
  });
  api.bind(ROUTES.acknowledge, async (context, { params: { id }, body }) => {
    await acknowledgePolicy(context, { id, ...body });
    return listForwardings(context, id);
  });
  api.bind(ROUTES.remind, async (context, { params: { id } }) => {
    await remindUnions(context, id);
    return listForwardings(context, id);
  });
}
