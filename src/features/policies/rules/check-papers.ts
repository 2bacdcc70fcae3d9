import type { PolicyFault } from './policy-fault.ts';
import type { PolicyFaultReason } from './policy-reasons.ts';
import type { PaperRule } from './policy-version.ts';

const CODE = /^[a-z][a-z0-9_]{1,39}$/;

/** Papers of old cases are filed under the code, so it is one word, once. */
export function checkPapers(papers: readonly PaperRule[]): PolicyFault[] {
  const seen = new Set<string>();
  return papers.flatMap(({ code, name, citation }, index) => {
    const place = `papers.${index}`;
    const faults: PolicyFault[] = [];
    if (name === '') faults.push(missingText(`${place}.name`));
    if (!CODE.test(code)) {
      const params = { number: index + 1 };
      faults.push(at(`${place}.code`, { code: 'policy.paper_code_form', params }));
    } else if (seen.has(code)) {
      faults.push(at(`${place}.code`, { code: 'policy.paper_code_repeated', params: { code } }));
    }
    seen.add(code);
    if (citation.document === '') faults.push(missingText(`${place}.citation.document`));
    if (citation.clause === '') faults.push(missingText(`${place}.citation.clause`));
    return faults;
  });
}

function missingText(place: string): PolicyFault {
  return at(place, { code: 'policy.text_missing', params: { place } });
}

function at(place: string, reason: PolicyFaultReason): PolicyFault {
  return { path: `body.${place}`, reason };
}
