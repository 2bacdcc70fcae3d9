/** Browsers by the mark they leave; those that also leave another one's mark come first. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/wxwork\//i, '企业微信'],
  [/DingTalk\//i, '钉钉'],
  [/MicroMessenger\//, '微信'],
  [/Edg(?:e|A|iOS)?\//, 'Edge浏览器'],
  [/Qihoo|360SE|360EE/i, '360浏览器'],
  [/Qianxin|QAXBrowser/i, '奇安信浏览器'],
  [/Firefox\/|FxiOS\//, '火狐浏览器'],
  [/Chrome\/|CriOS\//, 'Chrome浏览器'],
  [/Safari\//, 'Safari浏览器'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, '安卓'],
  [/iPhone|iPad/, '苹果手机或平板'],
  [/Windows/, 'Windows'],
  [/Macintosh/, '苹果电脑'],
  [/UOS|UnionTech/i, '统信'],
  [/Kylin/i, '麒麟'],
  [/Linux|X11/, 'Linux'],
];

/** What a person would call the device a session came from: `Windows，Edge浏览器`. */
export function describeDevice(userAgent: string | null): string {
  const system = nameIn(SYSTEMS, userAgent ?? '');
  const browser = nameIn(BROWSERS, userAgent ?? '');
  const known = [system, browser].filter((name) => name !== undefined);
  return known.length === 0 ? '未知设备' : known.join('，');
}

function nameIn(
  marks: readonly (readonly [RegExp, string])[],
  userAgent: string,
): string | undefined {
  return marks.find(([mark]) => mark.test(userAgent))?.[1];
}
