import { z } from 'zod';

import { AppError } from '#core/app-error.ts';
import type { HttpServer } from '#platform/http/http-server.ts';

import {
  EvaluationView,
  OutputFileName,
  RecordView,
  RecordsPage,
  RecordsQuery,
  ViolationsPage,
  ViolationsQuery,
} from '../contract.ts';
import type { Evaluation } from '../rules/evaluation.ts';
import {
  findFindingReferences,
  findMetricReferences,
  listFigureRecords,
} from './figure-records.ts';
import type { OutputFolder } from './output-folder.ts';
import type { RecordSheet } from './record-sheet.ts';
import { findRecord, listViolations } from './view.ts';

export interface EvaluationRoutes {
  readonly evaluation: Evaluation;
  readonly view: EvaluationView;
  readonly sheets: readonly RecordSheet[];
  readonly outputs: OutputFolder;
}

/** The evaluation, the rows behind its figures, and the files made from it. All of it is read-only. */
export function addEvaluationRoutes(app: HttpServer, context: EvaluationRoutes): void {
  // Personal data: no cache between here and the screen may keep it.
  app.addHook('onRequest', async (request, reply) => {
    if (/^\/(api|files)\//.test(request.url)) reply.header('cache-control', 'no-store');
  });
  app.get('/api/evaluation', { schema: { response: { 200: EvaluationView } } }, () => context.view);
  addFigureRoutes(app, context);
  addRecordRoutes(app, context);
  addFileRoute(app, context);
}

function addFigureRoutes(app: HttpServer, { evaluation, sheets }: EvaluationRoutes): void {
  const schema = { querystring: RecordsQuery, response: { 200: RecordsPage } };
  app.get(
    '/api/metrics/:name/records',
    { schema: { ...schema, params: z.object({ name: z.string() }) } },
    ({ params, query }) => {
      const figure = findMetricReferences(evaluation, params.name);
      if (figure === undefined) throw new AppError('not_found', 'evaluation.metric_unknown');
      return listFigureRecords(sheets, figure, query);
    },
  );
  app.get(
    '/api/findings/:position/records',
    { schema: { ...schema, params: z.object({ position: z.coerce.number().int().min(0) }) } },
    ({ params, query }) => {
      const figure = findFindingReferences(evaluation, params.position);
      if (figure === undefined) throw new AppError('not_found', 'evaluation.finding_unknown');
      return listFigureRecords(sheets, figure, query);
    },
  );
}

function addRecordRoutes(app: HttpServer, { evaluation, sheets }: EvaluationRoutes): void {
  const params = z.object({ reference: z.string().max(100) });
  app.get(
    '/api/records/:reference',
    { schema: { params, response: { 200: RecordView } } },
    (request) => {
      const record = findRecord(sheets, evaluation, request.params.reference);
      if (record === undefined) throw new AppError('not_found', 'evaluation.record_unknown');
      return record;
    },
  );
  app.get(
    '/api/violations',
    { schema: { querystring: ViolationsQuery, response: { 200: ViolationsPage } } },
    (request) => listViolations(evaluation, request.query),
  );
}

function addFileRoute(app: HttpServer, { outputs }: EvaluationRoutes): void {
  const params = z.object({ name: z.string() });
  const querystring = z.object({ view: z.literal('1').optional() });
  app.get('/files/:name', { schema: { params, querystring } }, (request, reply) => {
    const name = OutputFileName.safeParse(request.params.name);
    if (!name.success) throw new AppError('not_found', 'evaluation.file_unknown');
    return outputs.send(reply, name.data, request.query.view === '1');
  });
}
