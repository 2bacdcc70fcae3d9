import { z } from 'zod';

import { ApplicationWish, CONSENT_KINDS } from '#features/applications/rules/application-inputs.ts';
import { HouseholdForm } from '#features/households/rules/household-form.ts';

const Id = z.coerce.number().int().min(1);
const Version = z.int().min(1).describe('The version the change was made on');
export const OwnParams = z.object({ id: Id });
export const OwnFileParams = z.object({ id: Id, fileId: z.uuid() });

/** Which of the family asks: always whoever signed in, so only the wish is told. */
export const OwnDraft = ApplicationWish;
export const OwnChange = ApplicationWish.extend({ version: Version });
export type OwnChange = z.infer<typeof OwnChange>;

/** The family, where the union has no file of it yet; the head is whoever signed in. */
export const OwnFamily = z.object({ version: Version, form: HouseholdForm });
export type OwnFamily = z.infer<typeof OwnFamily>;

export const OwnConsents = z.object({
  kinds: z.array(z.enum(CONSENT_KINDS)).min(1).max(3),
  /** Of the text that was shown; another one is refused. */
  textVersion: z.string().min(1).max(40),
});

export const OwnPaper = z.object({ paper: z.string().regex(/^[a-z][a-z_]{0,39}$/) });
export const OwnStep = z.object({ version: Version });
export const OwnReason = z.object({
  version: Version,
  reason: z.string().trim().min(4, '请写明理由，至少 4 个字').max(1000),
});

export const OWN_SECRETS = ['identity', 'phone', 'card', 'address'] as const;
export const OwnReveal = z.object({ field: z.enum(OWN_SECRETS) });

export const CORRECTION_TOPICS = [
  'identity',
  'contact',
  'family',
  'income',
  'bank',
  'application',
  'other',
] as const;
export const NewCorrection = z.object({
  topic: z.enum(CORRECTION_TOPICS),
  /** What is wrong, and how it is right. */
  wish: z.string().trim().min(4, '请写明哪里有误、应当怎样').max(1000),
});
export type NewCorrection = z.infer<typeof NewCorrection>;
