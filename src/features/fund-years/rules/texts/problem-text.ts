import type { InputProblem } from '#core/input-problem.ts';

/** What is wrong and what to do about it; `{name}` stands for a parameter of the problem. */
export interface ProblemText {
  readonly cause: string;
  readonly cure: string;
}

export type ProblemTexts = Readonly<Record<string, ProblemText>>;

export function text(cause: string, cure: string): ProblemText {
  return { cause, cure };
}

export function fillIn(template: string, params: InputProblem['params']): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
