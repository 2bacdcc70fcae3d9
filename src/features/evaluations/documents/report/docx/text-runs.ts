import { TextRun } from 'docx';

/** Control characters and halves of surrogate pairs, which XML cannot hold. */
const NOT_XML = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** Signs that Word sets in the Latin face, half as wide, unless it is told that the text is Chinese. */
const AMBIGUOUS = /[“”‘’—…·×÷±°§℃①-⑳]/;

/** The text as runs, a line break kept as a break; `style` is a character style. */
export function textRuns(text: string, style?: string): TextRun[] {
  const lines = text.replaceAll(NOT_XML, '').split(/\r\n|\r|\n/);
  return lines.map(
    (line, index) =>
      new TextRun({
        text: line,
        ...(index > 0 ? { break: 1 } : {}),
        ...(style === undefined ? {} : { style }),
        ...(AMBIGUOUS.test(line) ? { font: { hint: 'eastAsia' } } : {}),
      }),
  );
}

/** The same cleaning for texts that stand in attributes and properties. */
export function plainText(text: string): string {
  return text.replaceAll(NOT_XML, '').replaceAll(/\s+/g, ' ').trim();
}
