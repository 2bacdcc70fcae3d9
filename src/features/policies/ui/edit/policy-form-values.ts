import { z } from 'zod';

import { findPolicyText } from '../../messages.ts';
import { checkPolicyDraft } from '../../rules/check-policy-draft.ts';
import { PolicyChange } from '../../rules/policy-inputs.ts';

const Values = z.looseObject({});

/** What the server would refuse is said at its field, before it is sent. */
export const PolicyChangeValues = z.preprocess(
  (values) => ({ validTo: null, note: null, ...Values.parse(values) }),
  PolicyChange.superRefine((draft, context) => {
    for (const { path, reason } of checkPolicyDraft(draft)) {
      context.addIssue({
        code: 'custom',
        path: path.split('.'),
        message: findPolicyText(reason) ?? '填写的内容不正确',
      });
    }
  }),
);
