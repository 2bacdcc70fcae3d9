/**
 * First words of actions that concern the running of the installation. What was written before and
 * after any other change may be business data; an action nobody listed is taken to be one.
 */
export const OPEN_NOUNS: readonly string[] = [
  'access',
  'account',
  'audit',
  'backup',
  'installation',
  'job',
  'key',
  'notice',
  'outbox',
  'password',
  'role',
  'second_factor',
  'session',
  'setting',
  'union',
];

/** Whether before and after of such an entry may be shown without `audit.read_business`. */
export function hasOpenFacts(action: string): boolean {
  return OPEN_NOUNS.includes(action.split('.', 1)[0] ?? '');
}
