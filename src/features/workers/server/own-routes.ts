import { AppError } from '#core/app-error.ts';
import { CONSENT_TEXT_VERSION } from '#features/applications/rules/consent-texts.ts';
import { addConsents } from '#features/applications/server/commands/case-papers.ts';
import { inOwnCase } from '#features/applications/server/commands/own-case.ts';
import { headersOfFile } from '#features/attachments/server/commands/headers-of-file.ts';
import type { Api } from '#platform/http/api.ts';
import { nameDownload } from '#platform/http/name-download.ts';
import { uploadOf } from '#platform/http/read-upload.ts';

import { OWN_CASE_ROUTES as CASES, OWN_DATA_ROUTES as DATA } from '../contract.ts';
import { checkOwnDraft } from './own/check-own-draft.ts';
import { copyOwnData } from './own/copy-own-data.ts';
import { actForOneself, removeOwnDraft, setOwnFamily, submitOwnCase } from './own/hand-in.ts';
import {
  changeOwnCase,
  createOwnCase,
  describeOwnCase,
  getOwnCase,
  listOwnCases,
} from './own/own-cases.ts';
import { listOwnCorrections, requestCorrection } from './own/own-corrections.ts';
import { readOwnData, revealOwnSecret } from './own/own-data.ts';
import { addOwnFile, readOwnFile, removeOwnFile } from './own/own-files.ts';
import { findOwnPerson } from './own/own-person.ts';
import { getOwnOptions, getOwnProfile } from './own/own-profile.ts';
import type { WorkerDependencies } from './worker-dependencies.ts';

/** What a worker does for the own case, and sees of the own data. */
export function addOwnRoutes(api: Api, dependencies: WorkerDependencies): void {
  addReadingRoutes(api, dependencies);
  addDraftRoutes(api, dependencies);
  addPaperRoutes(api, dependencies);
  addStepRoutes(api, dependencies);
  addDataRoutes(api, dependencies);
}

function addReadingRoutes(api: Api, dependencies: WorkerDependencies): void {
  const { keys } = dependencies;
  api.bind(CASES.profile, (context) => getOwnProfile(context, dependencies));
  api.bindStaged(CASES.options, async (stages) => {
    const maxFileBytes = await dependencies.maxFileBytes(stages.now);
    return stages.transact((context) => getOwnOptions(context, { maxFileBytes }));
  });
  api.bind(CASES.list, async (context) => ({ items: await listOwnCases(context) }));
  api.bind(CASES.get, (context, { params }) => getOwnCase(context, keys, params.id));
  api.bind(CASES.check, (context, { params }) => checkOwnDraft(context, keys, params.id));
}

function addDraftRoutes(api: Api, { keys }: WorkerDependencies): void {
  api.bind(CASES.create, (context, { body }) => createOwnCase(context, keys, body));
  api.bind(CASES.change, (context, { params: { id }, body }) =>
    changeOwnCase(context, keys, { id, change: body }),
  );
  api.bind(CASES.setFamily, (context, { params: { id }, body: { form } }) =>
    setOwnFamily(context, keys, { id, form }),
  );
  api.bind(CASES.remove, async (context, { params: { id }, body: { version } }) => {
    await removeOwnDraft(context, { id, version });
    return {};
  });
}

function addPaperRoutes(api: Api, dependencies: WorkerDependencies): void {
  const { keys } = dependencies;
  api.bind(CASES.consent, (context, { params: { id }, body }) =>
    inOwnCase(context, id, async (seeing) => {
      // Only what was shown can have been agreed to.
      if (body.textVersion !== CONSENT_TEXT_VERSION) {
        throw new AppError('conflict', 'worker.consent_outdated');
      }
      await addConsents(seeing, { id, ...body });
      return describeOwnCase(seeing, keys, id);
    }),
  );
  api.bindStaged(CASES.addFile, (stages, input) => {
    const { params, body } = input;
    const upload = uploadOf(input);
    return addOwnFile(stages, dependencies, { id: params.id, paper: body.paper, upload });
  });
  api.bindRaw(CASES.getFile, async (context, { params }, { reply }) => {
    const { bytes, ...file } = await readOwnFile(context, dependencies, params);
    reply.headers(headersOfFile(file, true));
    return bytes;
  });
  api.bind(CASES.removeFile, (context, { params }) => removeOwnFile(context, dependencies, params));
}

function addStepRoutes(api: Api, { keys }: WorkerDependencies): void {
  api.bind(CASES.submit, (context, { params: { id }, body: { version } }) =>
    submitOwnCase(context, keys, { id, version }),
  );
  api.bind(CASES.answerSupplement, (context, { params: { id }, body: { version } }) =>
    actForOneself(context, keys, { id, version, action: 'answer_supplement', opinion: null }),
  );
  api.bind(CASES.withdraw, (context, { params: { id }, body: { version, reason } }) =>
    actForOneself(context, keys, { id, version, action: 'withdraw', opinion: reason }),
  );
  api.bind(CASES.requestReexamination, (context, { params: { id }, body: { version, reason } }) =>
    actForOneself(context, keys, { id, version, action: 'request_reexamination', opinion: reason }),
  );
}

function addDataRoutes(api: Api, dependencies: WorkerDependencies): void {
  const { keys } = dependencies;
  api.bind(DATA.get, async (context) => {
    const { accountId, unionId } = await findOwnPerson(context);
    const data = await readOwnData(context, keys);
    await context.record({ subjectId: accountId, unionId });
    return data;
  });
  api.bind(DATA.reveal, async (context, { body }) => ({
    value: await revealOwnSecret(context, keys, body.field),
  }));
  api.bindRaw(DATA.copy, async (context, { query }, { reply }) => {
    const { bytes, ...file } = await copyOwnData(context, dependencies, query.format);
    nameDownload(reply, file);
    return bytes;
  });
  const listCorrections = async (context: Parameters<typeof listOwnCorrections>[0]) => ({
    items: await listOwnCorrections(context, keys),
  });
  api.bind(DATA.listCorrections, listCorrections);
  api.bind(DATA.requestCorrection, async (context, { body }) => {
    await requestCorrection(context, keys, body);
    return listCorrections(context);
  });
}
