const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// oxlint-disable-next-line no-control-regex -- cells of foreign workbooks do hold them, and HTML forbids them
const CONTROL_CHARACTERS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g;

/** Text as it stands between tags or inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll(CONTROL_CHARACTERS, '')
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
