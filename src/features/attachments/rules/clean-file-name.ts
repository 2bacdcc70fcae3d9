const MAX_LENGTH = 120;

/** Ends names by what a photo became; other files keep the ending they came with. */
const PHOTO_ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
};

/**
 * A name to keep and to give back: without folders, control characters and marks that turn the reading
 * direction, at most 120 characters, ending as the content demands.
 */
export function cleanFileName(given: string, mediaType: string): string {
  const bare = given
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .replaceAll(/^.*[/\\]/g, '')
    .trim();
  const { stem, ending } = split(bare);
  const kept = PHOTO_ENDINGS[mediaType] ?? ending;
  const room = MAX_LENGTH - kept.length;
  return `${[...(stem === '' ? '附件' : stem)].slice(0, room).join('')}${kept}`;
}

function split(name: string): { stem: string; ending: string } {
  const at = name.lastIndexOf('.');
  const isEnding = at > 0 && name.length - at <= 10;
  return isEnding
    ? { stem: name.slice(0, at), ending: name.slice(at) }
    : { stem: name, ending: '' };
}
