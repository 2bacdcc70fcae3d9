import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { Attachments } from '#features/attachments/ui/attachments.tsx';
import { PublicNoticePage } from '#features/public-notices/ui/public-notice-page.tsx';
import { useMay } from '#ui/rights.ts';

/** A public notice with the photos of its sheet. */
export function PublicNoticeRoom(): ReactElement {
  return <PublicNoticePage Photos={NoticePhotos} />;
}

function NoticePhotos({ noticeId }: { readonly noticeId: number }): ReactElement | null {
  const may = useMay();
  if (!may('files.read' satisfies Permission)) return null;
  const mayWrite = may('files.write' satisfies Permission);
  return <Attachments subject="public_notice" subjectId={String(noticeId)} mayWrite={mayWrite} />;
}
