import type { ReactElement } from 'react';

import { FormSection } from '#ui/form/form-section.tsx';

import { CitationFields } from './citation-fields.tsx';

/** Place of each citation that has no row of its own, with what it is about. */
const CITATIONS: readonly (readonly [place: readonly string[], subject: string])[] = [
  [['membership'], '救助对象'],
  [['evidence'], '证明材料'],
  [['quarterly', 'citation'], '季度救助次数和间隔'],
  [['emergency', 'onePaymentPerEvent'], '紧急救助一事一助'],
  [['personPerTime', 'citation'], '每人每次原则限额'],
  [['householdYear', 'citation'], '每户全年原则限额'],
  [['householdYearHard', 'citation'], '每户全年最高限额'],
  [['goodsPerTime', 'citation'], '实物慰问限额'],
  [['districtReview', 'citation'], '区级审核期限'],
  [['clocks', 'citation'], '办理期限'],
  [['notice', 'citation'], '公示'],
  [['paymentAfterApproval'], '先审批后发放'],
  [['identityNumber'], '身份核实'],
  [['fundSource'], '资金来源'],
];

export function CitationsSection(): ReactElement {
  return (
    <FormSection title="其他规定的依据" extra="审核意见和违规明细按此引用">
      {CITATIONS.map(([place, subject]) => (
        <CitationFields key={subject} place={['body', ...place]} subject={subject} />
      ))}
    </FormSection>
  );
}
