import { AppError } from '#core/app-error.ts';
import type { Api } from '#platform/http/api.ts';

import { EVALUATION_ROUTES, OutputFileName } from '../contract.ts';
import type { EvaluationView } from '../contract.ts';
import type { Evaluation } from '../rules/evaluation.ts';
import {
  findFindingReferences,
  findMetricReferences,
  listFigureRecords,
} from './figure-records.ts';
import type { OutputFolder } from './output-folder.ts';
import type { RecordSheet } from './record-sheet.ts';
import { findRecord, listViolations } from './view.ts';

/** One evaluation as it was frozen, with the records behind its figures and the files made from it. */
export interface FrozenEvaluation {
  readonly evaluation: Evaluation;
  readonly view: EvaluationView;
  readonly sheets: readonly RecordSheet[];
  readonly outputs: OutputFolder;
}

/** Read-only; without an evaluation the view is null and everything else is not found. */
export function addEvaluationRoutes(api: Api, frozen: FrozenEvaluation | undefined): void {
  const { view, metricRecords, findingRecords, record, violations, file } = EVALUATION_ROUTES;
  api.bind(view, async () => ({ evaluation: frozen?.view ?? null }));
  api.bind(metricRecords, async (_context, { params, query }) => {
    const { evaluation, sheets } = getFrozen(frozen);
    const figure = findMetricReferences(evaluation, params.name);
    if (figure === undefined) throw new AppError('not_found', 'evaluation.metric_unknown');
    return listFigureRecords(sheets, figure, query);
  });
  api.bind(findingRecords, async (_context, { params, query }) => {
    const { evaluation, sheets } = getFrozen(frozen);
    const figure = findFindingReferences(evaluation, params.position);
    if (figure === undefined) throw new AppError('not_found', 'evaluation.finding_unknown');
    return listFigureRecords(sheets, figure, query);
  });
  api.bind(record, async (_context, { params }) => {
    const { evaluation, sheets } = getFrozen(frozen);
    const found = findRecord(sheets, evaluation, params.reference);
    if (found === undefined) throw new AppError('not_found', 'evaluation.record_unknown');
    return found;
  });
  api.bind(violations, async (_context, { query }) =>
    listViolations(getFrozen(frozen).evaluation, query),
  );
  api.bindRaw(file, async (context, { params, query }, { reply }) => {
    const name = OutputFileName.safeParse(params.name);
    if (!name.success) throw new AppError('not_found', 'evaluation.file_unknown');
    const isViewed = query.view === '1';
    await context.record({ subjectId: name.data, after: { 用途: isViewed ? '查看' : '下载' } });
    return getFrozen(frozen).outputs.open(reply, name.data, isViewed);
  });
}

function getFrozen(frozen: FrozenEvaluation | undefined): FrozenEvaluation {
  if (frozen === undefined) throw new AppError('not_found', 'evaluation.none');
  return frozen;
}
