import type { FastifyReply } from 'fastify';

import type { Api } from '#platform/http/api.ts';
import { nameDownload, toDisposition, toXlsxDownload } from '#platform/http/name-download.ts';

import { APPLICATION_PAPER_ROUTES as ROUTES } from '../../rules/paper-routes.ts';
import { exportLedger, printRoster } from './export-lists.ts';
import { printForms } from './print-forms.ts';
import { printHouseholdFile } from './print-household-file.ts';
import type { FilePrinting } from './print-household-file.ts';
import { printRefusal } from './print-refusal.ts';

const PDF = 'application/pdf';

/** What goes out on paper and as files. */
export function addApplicationPaperRoutes(api: Api, printing: FilePrinting): void {
  const { keys } = printing;
  api.bindRaw(ROUTES.forms, async (context, { query }, { reply }) =>
    toPdfView(reply, '救助审批表.pdf', await printForms(context, keys, query.ids)),
  );
  api.bindRaw(ROUTES.refusalLetter, async (context, { params }, { reply }) =>
    toPdfView(reply, '不予救助告知书.pdf', await printRefusal(context, params.id)),
  );
  api.bindRaw(ROUTES.roster, async (context, { body }, { reply }) => {
    const bytes = await printRoster(context, keys, body);
    nameDownload(reply, { name: '救助名册.pdf', mediaType: PDF });
    return bytes;
  });
  api.bindRaw(ROUTES.ledger, async (context, { body }, { reply }) =>
    toXlsxDownload(reply, '救助台账.xlsx', await exportLedger(context, keys, body)),
  );
  api.bindRaw(ROUTES.householdFile, async (context, { params, body }, { reply }) => {
    const bytes = await printHouseholdFile(context, printing, { ...params, ...body });
    nameDownload(reply, { name: '一户一档.pdf', mediaType: PDF });
    return bytes;
  });
}

/** Drawn by the browser, from where it is printed. */
function toPdfView(reply: FastifyReply, name: string, bytes: Buffer): Buffer {
  reply.headers({ 'content-type': PDF, 'content-disposition': toDisposition('inline', name) });
  return bytes;
}
