import type { PlainDate } from '#core/plain-date.ts';
import { findHouseholdText } from '#features/households/messages.ts';
import type { ClassStandards } from '#features/households/rules/class-standards.ts';
import { classifyHousehold } from '#features/households/rules/classify-household.ts';
import type { HouseholdClass } from '#features/households/rules/classify-household.ts';
import { EXCLUSION_NAMES } from '#features/households/rules/word-names.ts';
import { EXCLUSIONS } from '#features/households/rules/words.ts';
import { toCitationText } from '#features/policies/messages.ts';
import { AID_CLASSES } from '#features/policies/rules/policy-version.ts';
import type { AidClass, PolicyVersion } from '#features/policies/rules/policy-version.ts';

import { aFamilyOf } from './self-test-family.ts';
import { NEXT_STEPS, QUESTIONS, SELF_TEST_REASONS, SUMMARIES } from './self-test-texts.ts';
import type { SelfTestAnswers, SelfTestQuestions, SelfTestResult } from './self-test-views.ts';

export interface SelfTestGround {
  readonly policy: PolicyVersion;
  readonly standards: ClassStandards;
  readonly on: PlainDate;
}

/** What is asked: few things that everybody can answer without papers. */
export function listQuestions({ policy, on }: SelfTestGround): SelfTestQuestions {
  return {
    policyTitle: policy.title,
    on,
    questions: QUESTIONS.map((question) => ({
      ...question,
      options:
        question.field === 'classes'
          ? AID_CLASSES.map((code) => ({ value: code, label: policy.classes[code].name }))
          : question.field === 'exclusions'
            ? EXCLUSIONS.map((one) => ({ value: one, label: EXCLUSION_NAMES[one] }))
            : [],
    })),
  };
}

/** What the rules say to the answers. The union decides on papers; this says whether asking is worth it. */
export function judgeSelfTest(answers: SelfTestAnswers, ground: SelfTestGround): SelfTestResult {
  const { policy, standards, on } = ground;
  const judged = classifyHousehold(aFamilyOf(answers), standards, on);
  const outcome = decide(answers, judged, policy);
  const isWorthAsking = outcome !== 'unlikely';
  return {
    outcome,
    summary: SUMMARIES[outcome],
    reasons: explain(answers, judged, policy),
    aids: isWorthAsking ? answers.classes.map((code) => describeAid(code, policy)) : [],
    nextStep: answers.isMember ? NEXT_STEPS[outcome] : NEXT_STEPS.joinFirst,
  };
}

/** A disaster that destroys a home strikes rich and poor; all else asks for hardship. */
function decide(
  { isMember, classes, exclusions }: SelfTestAnswers,
  { hardshipClass }: HouseholdClass,
  policy: PolicyVersion,
): SelfTestResult['outcome'] {
  if (!isMember) return 'unlikely';
  const isStruck = classes.some((code) => policy.classes[code].aidType === '紧急救助');
  if (exclusions.length > 0) return isStruck ? 'maybe' : 'unlikely';
  const isHard = hardshipClass === 'deep' || hardshipClass === 'relative';
  if (classes.length === 0) return isHard ? 'maybe' : 'unlikely';
  return isHard ? 'likely' : 'maybe';
}

function explain(
  { isMember, classes, exclusions }: SelfTestAnswers,
  judged: HouseholdClass,
  policy: PolicyVersion,
): SelfTestResult['reasons'] {
  const [decisive] = judged.reasons;
  const said = decisive === undefined ? undefined : findHouseholdText(decisive);
  return [
    ...(isMember
      ? []
      : [{ text: SELF_TEST_REASONS.notMember, citation: toCitationText(policy.membership) }]),
    ...exclusions.map((ground) => ({
      text: SELF_TEST_REASONS.excluded(EXCLUSION_NAMES[ground]),
      citation: null,
    })),
    ...(exclusions.length > 0 || said === undefined || judged.hardshipClass === 'unknown'
      ? []
      : [{ text: endSentence(said), citation: null }]),
    ...(classes.length > 0 ? [] : [{ text: SELF_TEST_REASONS.noClass, citation: null }]),
  ];
}

function endSentence(text: string): string {
  return text.endsWith('。') ? text : `${text}。`;
}

function describeAid(code: AidClass, policy: PolicyVersion): SelfTestResult['aids'][number] {
  const { aidType, name, minFen, maxFen, citation } = policy.classes[code];
  const papers = policy.papers.filter(
    ({ classes }) => classes.length === 0 || classes.includes(code),
  );
  return {
    aidClass: code,
    aidType,
    name,
    minFen,
    maxFen,
    citation: toCitationText(citation),
    papers: papers.map((paper) => ({ name: paper.name, isRequired: paper.isRequired })),
  };
}
