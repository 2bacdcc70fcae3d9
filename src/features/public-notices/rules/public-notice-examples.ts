import type { NoticeDetail, NoticePage, NoticeRow } from './public-notice-views.ts';

const ROW: NoticeRow = {
  id: 4,
  unionName: '样例服装有限公司工会',
  title: '关于拟救助困难职工的公示',
  place: '公司大门公告栏',
  startsOn: '2026-03-02',
  endsOn: '2026-03-09',
  workingDays: 5,
  contact: '样例工会办公室 王经办',
  complaintPhone: '020-00000000',
  tier: 'grassroots',
  state: 'hanging',
  entryCount: 1,
  openObjectionCount: 0,
};

export const PAGE: NoticePage = { items: [ROW], next: null, total: 1 };

export const DETAIL: NoticeDetail = {
  ...ROW,
  link: null,
  token: '0123456789abcdef0123456789abcdef',
  putUpBy: '王经办',
  takenDownAt: null,
  cancelReason: null,
  entries: [
    {
      applicationId: 1,
      number: 'SQ2026000001',
      position: 1,
      maskedName: '样*甲',
      workUnit: '样例服装有限公司',
      aidType: '季度救助',
      amountFen: 600_00,
      outcome: null,
    },
  ],
  objections: [],
};
