import type {
  AidClass,
  PaperRule,
  PolicyVersion,
} from '#features/policies/rules/policy-version.ts';

/** Papers that a version asks of a class; goods, which have none, need those asked of all. */
export function listPapers(
  { papers }: Pick<PolicyVersion, 'papers'>,
  aidClass: AidClass | null,
): readonly PaperRule[] {
  return papers.filter(
    ({ classes }) => classes.length === 0 || (aidClass !== null && classes.includes(aidClass)),
  );
}

/** Names of required papers that are not there (一次性告知). */
export function findMissingPapers(
  papers: readonly PaperRule[],
  present: ReadonlySet<string>,
): readonly string[] {
  return papers
    .filter(({ code, isRequired }) => isRequired && !present.has(code))
    .map(({ name }) => name);
}
