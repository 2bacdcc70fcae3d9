import { z } from 'zod';

import { defineRoute } from '#features/accounts/rules/define-route.ts';

import * as inputs from './registration-inputs.ts';
import { SelfTestAnswers, SelfTestQuestions, SelfTestResult } from './self-test-views.ts';
import * as examples from './worker-examples.ts';

/** What the account is called; the page signs in with it and the password just chosen. */
const Registered = z.object({ username: z.string(), unionName: z.string() });
const RegisteredReply = {
  reply: Registered,
  example: { username: 'zhang.yangli', unionName: '样例服装有限公司工会' },
};

/** Before an account: registering, and asking whether one might be helped at all. */
export const REGISTRATION_ROUTES = {
  ways: defineRoute({
    name: 'registration.ways',
    method: 'GET',
    path: '/api/registration',
    summary: '职工注册有哪些方式',
    access: 'anonymous',
    audit: { unaudited: 'how the installation is set up' },
    reply: z.object({
      /** False where no way to send text messages is set up; then by invitation only. */
      isBySms: z.boolean(),
    }),
    example: { isBySms: true },
  }),
  checkInvitation: defineRoute({
    name: 'registration.check_invitation',
    method: 'POST',
    path: '/api/registration/invitation-check',
    summary: '查看邀请码是否有效、由哪个工会发出',
    access: 'anonymous',
    audit: { unaudited: 'tells a union’s name to whoever holds its code' },
    body: inputs.InvitationQuestion,
    reply: z.object({
      unionName: z.string(),
      /** Whom it is for, masked: `张*`. */
      name: z.string(),
      expiresOn: z.iso.date(),
    }),
    example: { unionName: '样例服装有限公司工会', name: '张*例', expiresOn: '2026-03-16' },
    perMinute: 20,
  }),
  byInvitation: defineRoute({
    name: 'registration.by_invitation',
    method: 'POST',
    path: '/api/registration/by-invitation',
    summary: '凭邀请码注册',
    access: 'anonymous',
    audit: { action: 'worker.registered', subject: 'account' },
    body: inputs.InvitedRegistration,
    perMinute: 10,
    ...RegisteredReply,
  }),
  requestCode: defineRoute({
    name: 'registration.request_code',
    method: 'POST',
    path: '/api/registration/codes',
    summary: '凭会员号和姓名获取短信验证码；无论是否相符，答复都相同',
    access: 'anonymous',
    audit: { action: 'worker.code_requested', subject: 'registration_code' },
    body: inputs.CodeRequest,
    reply: z.object({ requestId: z.uuid(), validMinutes: z.int() }),
    example: { requestId: '8a4c6a0e-3a6f-4b51-9a55-7f0d6d1c2b10', validMinutes: 10 },
    perMinute: 10,
  }),
  byMember: defineRoute({
    name: 'registration.by_member',
    method: 'POST',
    path: '/api/registration/by-member',
    summary: '凭短信验证码注册',
    access: 'anonymous',
    audit: { action: 'worker.registered', subject: 'account' },
    body: inputs.MemberRegistration,
    perMinute: 10,
    ...RegisteredReply,
  }),
  selfTest: defineRoute({
    name: 'self_test.questions',
    method: 'GET',
    path: '/api/self-test',
    summary: '申请条件自测：题目',
    access: 'anonymous',
    audit: { unaudited: 'the rules in force, no person' },
    reply: SelfTestQuestions,
    example: examples.SELF_TEST,
    perMinute: 60,
  }),
  answerSelfTest: defineRoute({
    name: 'self_test.answer',
    method: 'POST',
    path: '/api/self-test',
    summary: '申请条件自测：结果；不保存任何内容',
    access: 'anonymous',
    audit: { unaudited: 'computes and keeps nothing' },
    body: SelfTestAnswers,
    reply: SelfTestResult,
    example: examples.SELF_TEST_RESULT,
    perMinute: 30,
  }),
};
