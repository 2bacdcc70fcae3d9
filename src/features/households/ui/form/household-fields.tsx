import type { KeyboardEvent, ReactElement, ReactNode } from 'react';

import type { HouseholdForm } from '../../rules/household-form.ts';
import { BankSection } from './bank-section.tsx';
import { ClassPanel } from './class-panel.tsx';
import { HeadSection } from './head-section.tsx';
import { MembersSection } from './members-section.tsx';
import { IncomeSection, SpendingSection } from './money-sections.tsx';
import { CauseSection, PropertySection } from './property-section.tsx';

interface HouseholdFieldsProps {
  /** As the file is, masked; undefined for a new one. */
  readonly known: HouseholdForm | undefined;
  readonly dayField: 'openedOn' | 'validOn';
  /** Where the facts come from, in front. */
  readonly children: ReactNode;
}

/** The whole form (困难家庭登记表) with the class beside it. */
export function HouseholdFields({ known, dayField, children }: HouseholdFieldsProps): ReactElement {
  return (
    // A key pressed too early would open a file that is half filled in.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="household-form" onKeyDown={keepFromSubmitting}>
      <div>
        {children}
        <HeadSection known={known} />
        <MembersSection known={known} />
        <IncomeSection />
        <SpendingSection />
        <PropertySection />
        <CauseSection />
        <BankSection knownCard={known?.cardNumber ?? null} />
      </div>
      <ClassPanel dayField={dayField} />
    </div>
  );
}

/** Enter in a field is for its picker, not for the whole form. */
function keepFromSubmitting(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}
