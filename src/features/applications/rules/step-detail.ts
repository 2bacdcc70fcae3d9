import { ActInput } from './application-inputs.ts';
import type { PaperView } from './application-views.ts';

const Supplement = ActInput.shape.supplement.unwrap().unwrap();
const Visit = ActInput.shape.visit.unwrap().unwrap();
const Check = ActInput.shape.check.unwrap().unwrap();

type Papers = readonly Pick<PaperView, 'paper' | 'name'>[];

/** What a step holds beside its opinion, one sentence a line; what is not known is left out. */
export function detailLines(
  detail: Readonly<Record<string, unknown>> | null,
  papers: Papers,
): readonly string[] {
  if (detail === null) return [];
  return [
    ...supplementLines(detail['supplement'] ?? detail, papers),
    ...visitLines(detail['visit'] ?? detail),
    ...checkLines(detail['check'] ?? detail),
  ];
}

function supplementLines(value: unknown, papers: Papers): string[] {
  const supplement = Supplement.safeParse(value).data;
  if (supplement === undefined) return [];
  const names = new Map(papers.map(({ paper, name }) => [paper, name]));
  const asked = supplement.papers.map((paper) => names.get(paper) ?? paper);
  return [
    ...(asked.length === 0 ? [] : [`须补正：${asked.join('、')}`]),
    ...(supplement.note === null ? [] : [`补正说明：${supplement.note}`]),
  ];
}

function visitLines(value: unknown): string[] {
  const visit = Visit.safeParse(value).data;
  if (visit === undefined) return [];
  return [
    `入户：${visit.visitedOn}，${visit.visitors}`,
    `核查情况（与申请所述${visit.isAsDescribed ? '一致' : '不一致'}）：${visit.findings}`,
  ];
}

function checkLines(value: unknown): string[] {
  const check = Check.safeParse(value).data;
  if (check === undefined) return [];
  return [
    `核对：${check.answeredOn}，${check.office}`,
    `核对结果（与申报${check.isConfirmed ? '相符' : '不相符'}）：${check.result}`,
  ];
}
