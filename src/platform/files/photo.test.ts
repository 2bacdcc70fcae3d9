import { crc32 } from 'node:zlib';

import sharp, { type Metadata, type Sharp } from 'sharp';
import { expect, test } from 'vitest';

import { makeThumbnail, preparePhoto } from './photo.ts';

const WHERE = { GPSLatitudeRef: 'N', GPSLatitude: '23/1 15/1 0/1', GPSLongitudeRef: 'E' };

test('a phone photo is turned upright, made smaller and keeps no metadata', async () => {
  // Lying as the sensor saw it, with a red edge on the left; "6" says: turn it to the right.
  const original = await aPhoto(3000, 1500)
    .keepExif()
    .withExif({ IFD0: { Make: 'Songnuan' }, IFD3: WHERE })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const before = await sharp(original).metadata();
  expect(before.orientation).toBe(6);
  expect(before.exif?.includes('Songnuan')).toBe(true);

  const photo = await preparePhoto(original);
  const after = await sharp(photo.bytes).metadata();
  expect(photo).toMatchObject({ kind: 'jpeg', width: 1000, height: 2000 });
  expect(after).toMatchObject({ format: 'jpeg', width: 1000, height: 2000 });
  expect(leftovers(after)).toEqual([]);
  expect(photo.bytes.includes('Songnuan')).toBe(false);
  expect(photo.bytes.includes('Exif')).toBe(false);
  // Turned to the right, the left edge is on top.
  expect(await colourAt(photo.bytes, 500, 10)).toBe('red');
  expect(await colourAt(photo.bytes, 500, 1900)).toBe('blue');
});

test('the test photo carries a place at all, or the test above would say nothing', async () => {
  const original = await aPhoto(100, 50).withExif({ IFD3: WHERE }).toBuffer();
  const gpsTag = Buffer.from([0x25, 0x88]); // tag 0x8825 points to the place, little-endian
  expect((await sharp(original).metadata()).exif?.includes(gpsTag)).toBe(true);
});

test('a small photo is not blown up', async () => {
  const photo = await preparePhoto(await aPhoto(640, 480).toBuffer());
  expect(photo).toMatchObject({ width: 640, height: 480 });
});

test('a drawing stays a PNG, without its texts', async () => {
  const drawing = await aPhoto(800, 600)
    .png()
    .withExif({ IFD0: { Make: 'Songnuan' } })
    .toBuffer();
  const photo = await preparePhoto(drawing);
  expect(photo.kind).toBe('png');
  expect(leftovers(await sharp(photo.bytes).metadata())).toEqual([]);
});

test('a photo saved as PNG becomes a JPEG, its transparent parts white', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const grain = sharp({
    create: { width: 900, height: 900, channels: 3, background: 'grey', noise },
  });
  const hole = Buffer.alloc(900 * 900, 255).fill(0, 0, 900 * 100);
  const raw = { width: 900, height: 900, channels: 1 } as const;
  const png = await grain.joinChannel(hole, { raw }).png().toBuffer();

  const photo = await preparePhoto(png);
  expect(photo.kind).toBe('jpeg');
  expect(await colourAt(photo.bytes, 450, 40)).toBe('white');
});

test('WebP is taken', async () => {
  expect(await preparePhoto(await aPhoto(300, 200).webp().toBuffer())).toMatchObject({
    kind: 'jpeg',
    width: 300,
  });
});

test('a thumbnail is at most 320 pixels, upright and without metadata', async () => {
  const original = await aPhoto(3000, 1500).withMetadata({ orientation: 6 }).toBuffer();
  const metadata = await sharp(await makeThumbnail(original)).metadata();
  expect(metadata).toMatchObject({ format: 'jpeg', width: 160, height: 320 });
  expect(leftovers(metadata)).toEqual([]);
});

test('a picture that claims far more pixels than it has bytes is refused unread', async () => {
  const bomb = pngWithSize(60_000, 60_000, await aPhoto(10, 10).png().toBuffer());
  await expect(preparePhoto(bomb)).rejects.toMatchObject({
    kind: 'invalid',
    code: 'files.photo_too_many_pixels',
  });
});

test('a photo that was cut off is refused', async () => {
  const whole = await aPhoto(1200, 800).toBuffer();
  const cut = whole.subarray(0, whole.length / 2);
  await expect(preparePhoto(cut)).rejects.toMatchObject({ code: 'files.photo_damaged' });
  await expect(makeThumbnail(cut)).rejects.toMatchObject({ code: 'files.photo_damaged' });
});

test('an HEIC photo that cannot be decoded is refused by name', async () => {
  // The same container, with the marks of the other coding.
  const avif = await aPhoto(60, 60).avif().toBuffer();
  const heic = replaceAll(replaceAll(avif, 'avif', 'heic'), 'av01', 'hvc1');
  await expect(preparePhoto(heic)).rejects.toMatchObject({ code: 'files.photo_heic_unreadable' });
});

test('a drawing language is no photo', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  await expect(preparePhoto(svg)).rejects.toMatchObject({
    code: 'files.type_not_allowed',
    params: { found: 'svg' },
  });
  await expect(preparePhoto(Buffer.from('照片'))).rejects.toMatchObject({
    params: { found: 'text' },
  });
});

/** Blue, with a red band of a tenth on the left. */
function aPhoto(width: number, height: number): Sharp {
  const band = { create: { width: width / 10, height, channels: 3, background: 'red' } } as const;
  return sharp({ create: { width, height, channels: 3, background: 'blue' } })
    .composite([{ input: band, left: 0, top: 0 }])
    .jpeg();
}

function leftovers(metadata: Metadata): string[] {
  const kinds = ['exif', 'xmp', 'iptc', 'icc', 'orientation', 'comments'] as const;
  return kinds.filter((kind) => metadata[kind] !== undefined);
}

async function colourAt(bytes: Buffer, left: number, top: number): Promise<string> {
  const pixel = sharp(bytes).extract({ left, top, width: 1, height: 1 }).removeAlpha();
  const [red = 0, green = 0, blue = 0] = await pixel.raw().toBuffer();
  if (green > 200) return red > 200 && blue > 200 ? 'white' : 'green';
  return red > blue ? 'red' : 'blue';
}

/** Writes other measures into the header of a PNG, with a right checksum. */
function pngWithSize(width: number, height: number, png: Buffer): Buffer {
  const changed = Buffer.from(png);
  changed.writeUInt32BE(width, 16);
  changed.writeUInt32BE(height, 20);
  changed.writeUInt32BE(crc32(changed.subarray(12, 29)), 29);
  return changed;
}

function replaceAll(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
}
