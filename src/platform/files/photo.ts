import sharp, { type Metadata, type Sharp } from 'sharp';

import { AppError } from '#core/app-error.ts';

import { typeNotAllowed, type FileKind } from './file-kind.ts';
import { inspectFile } from './inspect-file.ts';

export interface PreparedPhoto {
  readonly bytes: Buffer;
  readonly kind: Extract<FileKind, 'jpeg' | 'png'>;
  readonly width: number;
  readonly height: number;
}

/** What `preparePhoto` and `makeThumbnail` take. */
export const PHOTO_KINDS: readonly FileKind[] = ['jpeg', 'png', 'webp', 'heic'];

const MAX_EDGE = 2000;
const THUMBNAIL_EDGE = 320;
const JPEG_QUALITY = 82;
/** Drawings and screenshots stay sharp as PNG; a photo saved as PNG would be ten times its size. */
const PNG_MAX_BYTES = 600_000;
/** A phone's 64 megapixels with some room; a small file may claim far more. */
const MAX_PIXELS = 72_000_000;

/**
 * Turns a photo upright, makes it at most 2000 pixels wide and high, and writes it anew: nothing of
 * the original but its picture is left, neither place nor time nor camera.
 * @throws AppError invalid `files.type_not_allowed`, `files.photo_damaged`,
 *   `files.photo_too_many_pixels` or `files.photo_heic_unreadable`.
 */
export async function preparePhoto(bytes: Buffer): Promise<PreparedPhoto> {
  return readPhoto(bytes, async (photo, { format, hasAlpha }) => {
    const scaled = upright(photo, MAX_EDGE);
    if (format === 'png') {
      const { data, info } = await scaled.clone().png().toBuffer({ resolveWithObject: true });
      if (data.length <= PNG_MAX_BYTES) return { bytes: data, kind: 'png', ...sizeOf(info) };
    }
    const { data, info } = await toJpeg(scaled, hasAlpha).toBuffer({ resolveWithObject: true });
    return { bytes: data, kind: 'jpeg', ...sizeOf(info) };
  });
}

/** A JPEG of at most 320 pixels wide and high, also without any metadata. @throws as `preparePhoto`. */
export async function makeThumbnail(bytes: Buffer): Promise<Buffer> {
  return readPhoto(bytes, (photo, { hasAlpha }) =>
    toJpeg(upright(photo, THUMBNAIL_EDGE), hasAlpha).toBuffer(),
  );
}

async function readPhoto<Result>(
  bytes: Buffer,
  use: (photo: Sharp, metadata: Metadata) => Promise<Result>,
): Promise<Result> {
  // The library would also draw SVG, PDF and more, with all that they may refer to.
  const { kind } = await inspectFile(bytes);
  if (!PHOTO_KINDS.includes(kind)) throw typeNotAllowed(kind);
  const photo = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'truncated' });
  try {
    return await use(photo, await photo.metadata());
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new AppError('invalid', reasonOf(kind, cause), {}, cause);
  }
}

function upright(photo: Sharp, edge: number): Sharp {
  const size = { width: edge, height: edge };
  return photo.autoOrient().resize({ ...size, fit: 'inside', withoutEnlargement: true });
}

function toJpeg(photo: Sharp, hasAlpha: boolean): Sharp {
  const opaque = hasAlpha ? photo.flatten({ background: 'white' }) : photo;
  return opaque.jpeg({ quality: JPEG_QUALITY });
}

function sizeOf({ width, height }: { width: number; height: number }): {
  width: number;
  height: number;
} {
  return { width, height };
}

/** The decoder of iPhone photos is under patents, and so is not in the library's binaries. */
function reasonOf(kind: FileKind, cause: Error): string {
  if (/pixel limit/i.test(cause.message)) return 'files.photo_too_many_pixels';
  return kind === 'heic' ? 'files.photo_heic_unreadable' : 'files.photo_damaged';
}
