import type { Permission } from '#features/accounts/rules/permissions.ts';
import { callRoute } from '#ui/call-route.ts';
import type { DescriptionItem } from '#ui/detail-page/description-card.tsx';
import type { Reveal } from '#ui/detail-page/secret-value.tsx';
import { useMay } from '#ui/rights.ts';

import { HOUSEHOLD_ROUTES } from '../../contract.ts';
import type { SecretField } from '../../rules/household-inputs.ts';

type RevealOf = (personId: number | null, field: SecretField) => Reveal | undefined;

/** How a secret of somebody in the file is shown; not at all for those who may not. */
export function useReveal(id: number): RevealOf {
  const may = useMay();
  return (personId, field) => {
    if (personId === null || !may('households.reveal' satisfies Permission)) return undefined;
    return async (reason) => {
      const params = { id, personId };
      const reply = await callRoute(HOUSEHOLD_ROUTES.reveal, { params, body: { field, reason } });
      return reply.value ?? '未填写';
    };
  };
}

export function secretItem(
  label: string,
  masked: string | null,
  onReveal: Reveal | undefined,
): DescriptionItem {
  return masked === null || masked === ''
    ? { label, value: null }
    : { label, value: masked, isSecret: true, onReveal };
}
