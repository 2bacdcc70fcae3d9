import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';
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
  readonly unionId: number;
  readonly evaluation: Evaluation;
  readonly view: EvaluationView;
  readonly sheets: readonly RecordSheet[];
  readonly outputs: OutputFolder;
}

/** Read-only; without an evaluation the view is null and everything else is not found. */
export function addEvaluationRoutes(api: Api, frozen: FrozenEvaluation | undefined): void {
  const { view, metricRecords, findingRecords, record, violations, file } = EVALUATION_ROUTES;
  api.bind(view, async (context) => ({
    evaluation: (await findVisible(context, frozen))?.view ?? null,
  }));
  api.bind(metricRecords, async (context, { params, query }) => {
    const { evaluation, sheets } = await getVisible(context, frozen);
    const figure = findMetricReferences(evaluation, params.name);
    if (figure === undefined) throw new AppError('not_found', 'evaluation.metric_unknown');
    return listFigureRecords(sheets, figure, query);
  });
  api.bind(findingRecords, async (context, { params, query }) => {
    const { evaluation, sheets } = await getVisible(context, frozen);
    const figure = findFindingReferences(evaluation, params.position);
    if (figure === undefined) throw new AppError('not_found', 'evaluation.finding_unknown');
    return listFigureRecords(sheets, figure, query);
  });
  api.bind(record, async (context, { params }) => {
    const { evaluation, sheets } = await getVisible(context, frozen);
    const found = findRecord(sheets, evaluation, params.reference);
    if (found === undefined) throw new AppError('not_found', 'evaluation.record_unknown');
    return found;
  });
  api.bind(violations, async (context, { query }) =>
    listViolations((await getVisible(context, frozen)).evaluation, query),
  );
  api.bindRaw(file, async (context, { params, query }, { reply }) => {
    const name = OutputFileName.safeParse(params.name);
    if (!name.success) throw new AppError('not_found', 'evaluation.file_unknown');
    const isViewed = query.view === '1';
    await context.record({ subjectId: name.data, after: { 用途: isViewed ? '查看' : '下载' } });
    return (await getVisible(context, frozen)).outputs.open(reply, name.data, isViewed);
  });
}

/** The year of a fund, for those who see the union whose fund it is. */
async function findVisible(
  { transaction }: Context,
  frozen: FrozenEvaluation | undefined,
): Promise<FrozenEvaluation | undefined> {
  if (frozen === undefined) return undefined;
  const union = await transaction
    .selectFrom('unions')
    .select('id')
    .where('id', '=', frozen.unionId)
    .executeTakeFirst();
  return union === undefined ? undefined : frozen;
}

async function getVisible(
  context: Context,
  frozen: FrozenEvaluation | undefined,
): Promise<FrozenEvaluation> {
  const visible = await findVisible(context, frozen);
  if (visible === undefined) throw new AppError('not_found', 'evaluation.none');
  return visible;
}
