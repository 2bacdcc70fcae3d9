import type { ReactElement } from 'react';

import { DescriptionCard } from '#ui/detail-page/description-card.tsx';
import type { DescriptionItem } from '#ui/detail-page/description-card.tsx';

import { FORM_LABELS, HEAD_LABELS } from '../../rules/field-labels.ts';
import type { HeadForm } from '../../rules/household-form.ts';
import type { HouseholdDetail } from '../../rules/household-views.ts';
import {
  CAUSE_NAMES,
  HOUSING_NAMES,
  MARITAL_NAMES,
  MODEL_WORKER_NAMES,
  OLD_CLASS_NAMES,
  POLITICAL_NAMES,
  REGISTRATION_NAMES,
  SCHEME_NAMES,
  TIER_NAMES,
} from '../../rules/word-names.ts';
import { CheckDue } from '../household-columns.tsx';
import { secretItem, useReveal } from './secrets.ts';

interface CardProps {
  readonly household: HouseholdDetail;
}

/** 档案信息 */
export function FileCard({ household }: CardProps): ReactElement {
  const { form, scheme, tier, checkedOn, openedOn, isKnownEligible } = household;
  const headId = headIdOf(household);
  const reveal = useReveal(household.id);
  const { mainCause, otherCauses, oldClass } = form;
  const items: DescriptionItem[] = [
    { label: '建档日期', value: openedOn },
    { label: '上次复核', value: checkedOn },
    { label: '复核到期', value: <CheckDue {...household} /> },
    { label: FORM_LABELS.tier, value: TIER_NAMES[tier] },
    { label: FORM_LABELS.scheme, value: SCHEME_NAMES[scheme] },
    ...(oldClass === null
      ? []
      : [{ label: FORM_LABELS.oldClass, value: OLD_CLASS_NAMES[oldClass] }]),
    { label: '民政低收入名单', value: isKnownEligible ? '在名单内' : '不在名单内' },
    { label: FORM_LABELS.mainCause, value: mainCause === null ? null : CAUSE_NAMES[mainCause] },
    {
      label: FORM_LABELS.otherCauses,
      value: otherCauses.map((cause) => CAUSE_NAMES[cause]).join('、'),
    },
    { label: FORM_LABELS.bankName, value: form.bankName },
    { label: FORM_LABELS.bankBranch, value: form.bankBranch },
    secretItem(FORM_LABELS.cardNumber, form.cardNumber, reveal(headId, 'card')),
    { label: FORM_LABELS.causeText, value: form.causeText, isWide: true },
  ];
  return <DescriptionCard title="档案信息" items={items} />;
}

/** 户主情况: what is asked of the head alone. */
export function HeadCard({ household }: CardProps): ReactElement {
  const reveal = useReveal(household.id);
  const { head } = household.form;
  return (
    <DescriptionCard
      title="户主情况"
      items={[
        ...personalItems(head),
        secretItem(HEAD_LABELS.address, head.address, reveal(headIdOf(household), 'address')),
        ...workItems(head),
        ...homeItems(head),
      ]}
    />
  );
}

function headIdOf({ form }: HouseholdDetail): number | null {
  return form.people.find(({ role }) => role === 'head')?.id ?? null;
}

function personalItems(head: HeadForm): DescriptionItem[] {
  return [
    { label: HEAD_LABELS.ethnicity, value: head.ethnicity },
    { label: HEAD_LABELS.political, value: nameOf(POLITICAL_NAMES, head.political) },
    { label: HEAD_LABELS.marital, value: nameOf(MARITAL_NAMES, head.marital) },
    { label: HEAD_LABELS.registration, value: nameOf(REGISTRATION_NAMES, head.registration) },
    { label: HEAD_LABELS.registeredAt, value: head.registeredAt },
    { label: HEAD_LABELS.otherContact, value: head.otherContact },
  ];
}

function workItems(head: HeadForm): DescriptionItem[] {
  return [
    { label: HEAD_LABELS.employerNature, value: head.employerNature },
    { label: HEAD_LABELS.employerState, value: head.employerState },
    { label: HEAD_LABELS.industry, value: head.industry },
    { label: HEAD_LABELS.workingSince, value: head.workingSince },
    { label: HEAD_LABELS.contractFrom, value: head.contractFrom },
    { label: HEAD_LABELS.contractTo, value: head.contractTo },
    { label: HEAD_LABELS.modelWorker, value: nameOf(MODEL_WORKER_NAMES, head.modelWorker) },
    { label: HEAD_LABELS.memberNumber, value: head.memberNumber },
    { label: HEAD_LABELS.memberSince, value: head.memberSince },
    { label: HEAD_LABELS.paysDues, value: yesNo(head.paysDues) },
  ];
}

function homeItems(head: HeadForm): DescriptionItem[] {
  return [
    { label: HEAD_LABELS.housing, value: nameOf(HOUSING_NAMES, head.housing) },
    {
      label: HEAD_LABELS.housingAreaSquareMetres,
      value: head.housingAreaSquareMetres,
      unit: '平方米',
    },
    { label: HEAD_LABELS.isSingleParent, value: yesNo(head.isSingleParent) },
    { label: HEAD_LABELS.isWithoutEarner, value: yesNo(head.isWithoutEarner) },
    { label: HEAD_LABELS.canHelpItself, value: yesNo(head.canHelpItself) },
  ];
}

function nameOf<Word extends string>(
  names: Readonly<Record<Word, string>>,
  word: Word | null,
): string | null {
  return word === null ? null : names[word];
}

function yesNo(answer: boolean | null): string | null {
  if (answer === null) return null;
  return answer ? '是' : '否';
}
