import type { ReportModel } from '../report-model.ts';
import { plainText } from './text-runs.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** `docProps/core.xml`: the library's own names no language. */
export function documentPropertiesXml(model: ReportModel, now: Date): string {
  const organization = escaped(model.organization);
  const instant = now.toISOString();
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped(`${model.title}${model.subtitle}`)}</dc:title>` +
    `<dc:creator>${organization}</dc:creator><cp:lastModifiedBy>${organization}</cp:lastModifiedBy>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified>` +
    '<dc:language>zh-CN</dc:language></cp:coreProperties>'
  );
}

function escaped(text: string): string {
  return plainText(text).replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
}
