import { Button } from 'antd';
import type { ReactElement } from 'react';

import { RequestFailure } from './request-failure.ts';

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Why the page shows nothing, in words, with a way to try again. */
export function ErrorState({ error, onRetry }: ErrorStateProps): ReactElement {
  const { title, advice } = sentencesFor(error);
  return (
    <div className="error-state" role="alert">
      <h2>{title}</h2>
      <p>{advice}</p>
      <Button type="primary" onClick={onRetry}>
        重新载入
      </Button>
    </div>
  );
}

interface Sentences {
  readonly title: string;
  readonly advice: string;
}

function sentencesFor(error: unknown): Sentences {
  if (!(error instanceof RequestFailure)) {
    return {
      title: '页面出现错误',
      advice: '请重新载入。如仍有问题，请将操作步骤告知系统管理员。',
    };
  }
  if (error.code === 'network') {
    return {
      title: '无法连接服务',
      advice: '请确认服务程序仍在运行、网络连接正常，然后重新载入。',
    };
  }
  if (error.status === 401) {
    return { title: '登录已失效', advice: '请重新登录后继续。' };
  }
  if (error.status === 403) {
    return {
      title: '没有查看权限',
      advice: error.message || '您的岗位不能查看这里的内容。如确有需要，请联系系统管理员。',
    };
  }
  if (error.status === 404) {
    return {
      title: '没有找到所需内容',
      advice: error.message || '地址可能有误，或内容已重新生成。请从菜单进入。',
    };
  }
  if (error.status >= 400 && error.status < 500) {
    return {
      title: '无法按此条件查询',
      advice: error.message || '地址中的查询条件有误，请返回后重新选择。',
    };
  }
  return { title: '服务出现错误', advice: '请稍后重新载入。如仍有问题，请告知系统管理员。' };
}
