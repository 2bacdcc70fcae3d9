import { describe, expect, it } from 'vitest';

import { maskIdentityNumber, maskName, maskPersonalText } from './mask-personal.ts';

describe('masks of personal data', () => {
  it('keep the first six and the last four places of an identity number', () => {
    expect(maskIdentityNumber('44011819900307123X')).toBe('440118********123X');
    expect(maskIdentityNumber('440118900307123')).toBe('440118*****7123');
  });

  it('show nothing of a number too short to hide anything in', () => {
    expect(maskIdentityNumber('4401189003')).toBe('**********');
  });

  it('keep only the first character of a name, and never the whole of a short one', () => {
    expect(maskName('王小明')).toBe('王**');
    expect(maskName('王明')).toBe('王*');
    expect(maskName('王')).toBe('王*');
    expect(maskName('𠮷野')).toBe('𠮷*');
    expect(maskName('')).toBe('');
  });

  it('find identity and mobile numbers inside a sentence and leave other numbers alone', () => {
    expect(maskPersonalText('身份证号44011819900307123X，电话13800138000')).toBe(
      '身份证号440118********123X，电话138****8000',
    );
    expect(maskPersonalText('申请2023-0042，金额126000元，编号20230001')).toBe(
      '申请2023-0042，金额126000元，编号20230001',
    );
  });
});
