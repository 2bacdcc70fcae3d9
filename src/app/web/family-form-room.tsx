import type { ReactElement } from 'react';

import { ClassReasons } from '#features/households/ui/class-reasons.tsx';
import { FamilyFormPage } from '#features/workers/ui/desk/family-form-page.tsx';

/** A form handed in, with the class as the households show it. */
export function FamilyFormRoom(): ReactElement {
  return <FamilyFormPage ClassReasons={ClassReasons} />;
}
