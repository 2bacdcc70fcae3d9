import type { IFontAttributesProperties } from 'docx';

const LATIN = 'Times New Roman';

/** Chinese faces by name only: they are licensed to the office's computers and never embedded. */
export const SONG = chinese('宋体');
export const FANG_SONG = chinese('仿宋');
export const KAI = chinese('楷体');
export const HEI = chinese('黑体');
export const TITLE_SONG = chinese('方正小标宋简体');

function chinese(eastAsia: string): IFontAttributesProperties {
  return { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia };
}

const FONT_TABLE: readonly {
  readonly name: string;
  readonly otherName: string;
  readonly family: string;
}[] = [
  { name: '宋体', otherName: 'SimSun', family: 'auto' },
  { name: '仿宋', otherName: '仿宋_GB2312', family: 'modern' },
  { name: '楷体', otherName: '楷体_GB2312', family: 'modern' },
  { name: '黑体', otherName: 'SimHei', family: 'modern' },
  { name: '方正小标宋简体', otherName: '方正小标宋_GBK', family: 'auto' },
];

/** `word/fontTable.xml`: tells Word which other face to take where an office has only that one. */
export function fontTableXml(): string {
  const chineseFonts = FONT_TABLE.map(
    ({ name, otherName, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${otherName}"/><w:charset w:val="86"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:font w:name="${LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>` +
    `${chineseFonts.join('')}</w:fonts>`
  );
}
