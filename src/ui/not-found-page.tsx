import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { PageTitle } from './page-title.tsx';

export function NotFoundPage(): ReactElement {
  return (
    <>
      <PageTitle title="页面不存在">地址可能有误，或页面已经移动。</PageTitle>
      <Link to="/" className="way-home">
        返回工作台
      </Link>
    </>
  );
}
