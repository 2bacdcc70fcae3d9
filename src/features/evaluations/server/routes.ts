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
import type { Evaluation } from '../contract.ts';
import { listFigureRecords } from './figure-records.ts';
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
  const { evaluation, view, sheets, outputs } = context;
  // Personal data: no cache between here and the screen may keep it.
  app.addHook('onRequest', async (request, reply) => {
    if (/^\/(api|files)\//.test(request.url)) reply.header('cache-control', 'no-store');
  });

  app.get('/api/evaluation', { schema: { response: { 200: EvaluationView } } }, () => view);

  app.get(
    '/api/metrics/:name/records',
    {
      schema: {
        params: z.object({ name: z.string() }),
        querystring: RecordsQuery,
        response: { 200: RecordsPage },
      },
    },
    (request) => {
      const metric = Object.entries(evaluation.metrics).find(
        ([name]) => name === request.params.name,
      )?.[1];
      if (metric === undefined) throw new AppError('not_found', 'evaluation.metric_unknown');
      const figure = { records: metric.records, missed: metric.missed ?? [] };
      return listFigureRecords(sheets, figure, request.query);
    },
  );

  app.get(
    '/api/findings/:position/records',
    {
      schema: {
        params: z.object({ position: z.coerce.number().int().min(0) }),
        querystring: RecordsQuery,
        response: { 200: RecordsPage },
      },
    },
    (request) => {
      const finding = evaluation.findings[request.params.position];
      if (finding === undefined) throw new AppError('not_found', 'evaluation.finding_unknown');
      return listFigureRecords(
        sheets,
        { records: finding.records ?? [], missed: [] },
        request.query,
      );
    },
  );

  app.get(
    '/api/records/:reference',
    {
      schema: {
        params: z.object({ reference: z.string().max(100) }),
        response: { 200: RecordView },
      },
    },
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

  app.get(
    '/files/:name',
    {
      schema: {
        params: z.object({ name: z.string() }),
        querystring: z.object({ view: z.literal('1').optional() }),
      },
    },
    (request, reply) => {
      const name = OutputFileName.safeParse(request.params.name);
      if (!name.success) throw new AppError('not_found', 'evaluation.file_unknown');
      return outputs.send(reply, name.data, request.query.view === '1');
    },
  );
}
