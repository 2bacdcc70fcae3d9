/** A union of the sample district, as the interface's documentation shows it. */
const NODE = {
  id: 3,
  parentId: 1,
  code: '440118-01',
  name: '荔城街总工会',
  level: 'town_or_system',
  closedOn: null,
  childCount: 24,
  isSample: true,
} as const;

const ROW = {
  ...NODE,
  parentName: '样例区总工会',
  regionCode: '440118',
  creditCode: '91350100M000100Y43',
  foundedOn: '1986-05-01',
  contactName: '张三',
  contactPhone: '138****8000',
  memberCount: 5210,
  workerCount: 6400,
  membershipYear: 2025,
};

const ROOT = {
  ...NODE,
  id: 1,
  parentId: null,
  code: '440118',
  name: '样例区总工会',
  level: 'district',
  childCount: 1,
} as const;

export const TREE = { nodes: [ROOT, NODE], isWhole: true };

export const PAGE = { items: [ROW], next: null, total: 1 };

export const DETAIL = {
  ...ROW,
  version: 4,
  ancestors: [{ id: 1, name: '样例区总工会' }],
  subtree: { unionCount: 25, memberCount: 5210 },
  memberships: [{ year: 2025, memberCount: 5210, workerCount: 6400, source: '2025年工会统计年报' }],
  placements: [
    {
      id: 7,
      parentId: 1,
      parentName: '样例区总工会',
      name: '荔城街总工会',
      validFrom: '2014-02-12',
      validTo: null,
      reason: '镇改街后更名',
      document: '增工〔2014〕6号',
      endReason: null,
      recordedAt: '2026-03-02T02:00:00.000Z',
      recordedBy: '系统管理员',
    },
  ],
  warnings: [],
  closureObstacles: [
    { code: 'union.open_children', params: { count: 24, names: '样例公司工会、样例学校工会' } },
  ],
};

export const IMPORT_CHECK = {
  rowCount: 16,
  createCount: 12,
  updateCount: 3,
  unchangedCount: 0,
  faultyCount: 1,
  problemCount: 1,
  problems: [
    {
      severity: 'error' as const,
      where: '工会组织!D7',
      value: '440118-99',
      code: 'union.unknown_parent',
      cause: '没有编码为440118-99的工会',
      cure: '请核对上级工会编码，或在本表中增加该工会一行',
    },
  ],
  canSkipFaulty: true,
};
