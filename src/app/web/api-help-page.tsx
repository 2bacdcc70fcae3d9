import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';

import { PERMISSION_NAMES } from '#features/accounts/messages.ts';
import { isPermission } from '#features/accounts/rules/permissions.ts';
import { fetchJson } from '#ui/api-client.ts';
import { ApiDocument } from '#ui/api-guide/api-document.ts';
import { ApiGuide } from '#ui/api-guide/api-guide.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { WayBack } from '#ui/way-back.tsx';

const OPEN_API = '/api/openapi.json';

/** 接口说明: every route as the program itself describes it. */
export function ApiHelpPage(): ReactElement {
  const query = useQuery({
    queryKey: ['openapi'],
    queryFn: ({ signal }) => fetchJson(OPEN_API, ApiDocument, signal),
    staleTime: Infinity,
  });
  return (
    <>
      <PageTitle title="接口说明" before={<WayBack label="返回帮助" home="/help" />}>
        供信息技术人员对接使用。须先登录；写入时带上登录状态中的 x-csrf-token，重复提交用
        idempotency-key 识别。机器可读的说明：
        <a href={OPEN_API}>{OPEN_API}</a>（OpenAPI 3.1）。
      </PageTitle>
      <QueryState query={query}>
        {(document) => <ApiGuide document={document} tagName={tagName} accessName={accessName} />}
      </QueryState>
    </>
  );
}

const TAG_NAMES: Readonly<Record<string, string>> = {
  accounts: '账号管理',
  attachments: '附件',
  audit: '审计日志',
  backups: '备份',
  evaluations: '绩效评价',
  interface: '接口说明',
  jobs: '后台任务',
  notices: '消息',
  oidc: '统一身份登录',
  outbox: '外发消息',
  second_factor: '两步验证',
  session: '登录',
  settings: '参数设置',
  setup: '首次设置',
  unions: '工会组织',
};

function tagName(tag: string): string {
  return TAG_NAMES[tag] ?? tag;
}

const GENERAL_ACCESS: Readonly<Record<string, string>> = {
  anonymous: '无须登录',
  any_session: '已输入密码',
  signed_in: '已登录',
};

function accessName(access: string): string {
  const name = isPermission(access) ? PERMISSION_NAMES[access] : GENERAL_ACCESS[access];
  return name === undefined ? access : `${name}（${access}）`;
}
