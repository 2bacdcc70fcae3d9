import { expect, test } from 'vitest';

import { cleanFileName } from './clean-file-name.ts';

const PDF = 'application/pdf';

test.each([
  ['成立批复.pdf', PDF, '成立批复.pdf'],
  ['C:\\Users\\王\\批复.pdf', PDF, '批复.pdf'],
  ['../../etc/批复.pdf', PDF, '批复.pdf'],
  ['a\u0000b\n\u202Efdp.pdf', PDF, 'abfdp.pdf'],
  ['IMG_0001.HEIC', 'image/jpeg', 'IMG_0001.jpg'],
  ['扫描', 'image/png', '扫描.png'],
  ['', PDF, '附件'],
  ['.pdf', PDF, '.pdf'],
  [`${'长'.repeat(200)}.pdf`, PDF, `${'长'.repeat(116)}.pdf`],
])('%j becomes a name that is safe to keep and tells the kind', (given, mediaType, kept) => {
  expect(cleanFileName(given, mediaType)).toBe(kept);
});
