import { expect, test } from 'vitest';

import { describeDevice } from './describe-device.ts';

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0',
    'Windows，Edge浏览器',
  ],
  [
    'Mozilla/5.0 (Linux; Android 13; V2218A) AppleWebKit/537.36 Chrome/111.0 Mobile Safari/537.36 wxwork/4.1.20 MicroMessenger/7.0.1',
    '安卓，企业微信',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1',
    '苹果手机或平板，Safari浏览器',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0', 'Linux，火狐浏览器'],
  ['curl/8.5.0', '未知设备'],
])('a device is named as a person would: %s', (userAgent, name) => {
  expect(describeDevice(userAgent)).toBe(name);
});

test('a device that did not say what it is is unknown', () => {
  expect(describeDevice(null)).toBe('未知设备');
});
