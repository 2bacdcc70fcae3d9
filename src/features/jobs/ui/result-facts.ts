interface ResultFact {
  readonly label: string;
  readonly value: string;
}

/** Names of what jobs give back; what has none here is for the page that started the job. */
const NAMES: Readonly<Record<string, string>> = {
  createCount: '新建',
  updateCount: '更新',
  unchangedCount: '与系统一致',
  skippedCount: '跳过有误',
  count: '数量',
};

/** Counts among what a job gave back, in words. */
export function listResultFacts(result: unknown): ResultFact[] {
  if (typeof result !== 'object' || result === null) return [];
  return Object.entries(result).flatMap(([key, value]: [string, unknown]): ResultFact[] => {
    const label = NAMES[key];
    if (label === undefined || typeof value !== 'number') return [];
    return [{ label, value: value.toLocaleString('zh-CN') }];
  });
}
