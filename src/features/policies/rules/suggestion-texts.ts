import { formatYuanShort } from '#core/money.ts';
import type { Fen } from '#core/money.ts';

import type { AmountSuggestion } from './suggest-amount.ts';

const FACT_NAMES = {
  netMonthlyFen: '家庭人均月净收入',
  minimumLivingFen: '低保标准',
} as const;

/** How a suggested amount comes about, in one sentence. */
export function describeSuggestion(suggestion: AmountSuggestion): string {
  const { aidClass, minFen, maxFen } = suggestion;
  const range = `${aidClass}类标准为${minFen === maxFen ? '' : `${formatYuanShort(minFen)}至`}${toYuan(maxFen)}`;
  switch (suggestion.kind) {
    case 'step': {
      const { netMonthlyFen, minimumLivingFen, fromPercent, belowPercent, stepFen } =
        suggestion.step;
      const from = fromPercent === 0 ? '' : `不低于低保标准的${fromPercent}%、`;
      const held =
        stepFen === suggestion.amountFen
          ? ''
          : `；该档为${toYuan(stepFen)}，${range}，取${toYuan(suggestion.amountFen)}`;
      return (
        `家庭人均月净收入${toYuan(netMonthlyFen)}，${from}低于低保标准（${toYuan(minimumLivingFen)}）` +
        `的${belowPercent}%，建议${toYuan(suggestion.amountFen)}${held}。`
      );
    }
    case 'above_steps':
      return (
        `家庭人均月净收入${toYuan(suggestion.netMonthlyFen)}，不低于低保标准` +
        `（${toYuan(suggestion.minimumLivingFen)}）的${suggestion.lastPercent}%，没有建议金额；${range}。`
      );
    case 'no_steps':
      return `现行制度没有建议金额的档次；${range}，由审核人确定并说明理由。`;
    case 'range': {
      const { selfPaidFen } = suggestion;
      const paid =
        selfPaidFen === null
          ? '家庭自付费用尚未登记'
          : `家庭自付费用${toYuan(selfPaidFen)}，可作参考`;
      return `${range}；${paid}。`;
    }
    case 'facts_missing': {
      const names = suggestion.facts.map((fact) => FACT_NAMES[fact]).join('、');
      return `缺少${names}，不能计算建议金额；${range}。`;
    }
  }
}

function toYuan(amountFen: Fen): string {
  return `${formatYuanShort(amountFen)}元`;
}
