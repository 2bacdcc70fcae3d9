import { z } from 'zod';

import { HouseholdForm } from '#features/households/rules/household-form.ts';
import { ClassView } from '#features/households/rules/household-views.ts';
import { AID_CLASSES, AID_TYPES } from '#features/policies/rules/policy-version.ts';

import { INVITATION_STATES } from './desk-inputs.ts';
import { CORRECTION_TOPICS } from './own-inputs.ts';
import { CORRECTION_STATES } from './own-views.ts';

const Page = <Row extends z.ZodType>(row: Row) =>
  z.object({ items: z.array(row), next: z.string().nullable(), total: z.int() });
const Union = { unionId: z.int(), unionName: z.string() };

export const InvitationRow = z.object({
  id: z.int(),
  ...Union,
  name: z.string(),
  /** Of the family's file, where the invitation names one of it. */
  fileNumber: z.string().nullable(),
  state: z.enum(INVITATION_STATES),
  expiresOn: z.iso.date(),
  createdOn: z.iso.date(),
  createdByName: z.string(),
  usedOn: z.iso.date().nullable(),
  /** Of somebody registered: a code that sets a new password may be made from it. */
  isRenewable: z.boolean(),
});
export type InvitationRow = z.infer<typeof InvitationRow>;
export const InvitationPage = Page(InvitationRow);

/** The code is told this once, to be printed or read out. */
export const MadeInvitation = z.object({
  invitation: InvitationRow,
  /** In blocks: `K7M2-9XQ4-PA3D`. */
  code: z.string(),
  /** Address with the code behind `#`, which no server is sent. */
  url: z.string(),
  /** The same as a picture. */
  qrSvg: z.string(),
});
export type MadeInvitation = z.infer<typeof MadeInvitation>;

export const MemberRow = z.object({
  id: z.int(),
  ...Union,
  memberNumber: z.string(),
  name: z.string(),
  /** Masked; null while none is on the roster. */
  phone: z.string().nullable(),
  identityNumber: z.string().nullable(),
  leftOn: z.iso.date().nullable(),
  isRegistered: z.boolean(),
});
export type MemberRow = z.infer<typeof MemberRow>;
export const MemberPage = Page(MemberRow);

export const CorrectionRow = z.object({
  id: z.int(),
  ...Union,
  name: z.string(),
  topic: z.enum(CORRECTION_TOPICS),
  topicName: z.string(),
  wish: z.string(),
  state: z.enum(CORRECTION_STATES),
  askedOn: z.iso.date(),
  /** File of the family, where there is one. */
  householdId: z.int().nullable(),
  answer: z.string().nullable(),
  answeredOn: z.iso.date().nullable(),
  answeredByName: z.string().nullable(),
});
export type CorrectionRow = z.infer<typeof CorrectionRow>;
export const CorrectionPage = Page(CorrectionRow);

export const FamilyFormRow = z.object({
  /** Of the application. */
  id: z.int(),
  number: z.string(),
  ...Union,
  name: z.string(),
  aidType: z.enum(AID_TYPES),
  aidClass: z.enum(AID_CLASSES).nullable(),
  handedInOn: z.iso.date(),
});
export type FamilyFormRow = z.infer<typeof FamilyFormRow>;
export const FamilyFormPage = Page(FamilyFormRow);

/** What was handed in, whole: the officer compares it with the papers. */
export const FamilyFormDetail = FamilyFormRow.extend({
  form: HouseholdForm,
  class: ClassView,
  story: z.string().nullable(),
});
export type FamilyFormDetail = z.infer<typeof FamilyFormDetail>;
