import { isBlurred, toGrey } from './judge-sharpness.ts';

/** Enough to read the small print of an A4 page, and little for a slow network. */
const LONGEST_SIDE = 1600;
const JPEG_QUALITY = 0.82;
/** The size at which sharpness is measured: it must not depend on the camera. */
const MEASURED_SIDE = 640;

export interface PreparedPhoto {
  readonly file: File;
  readonly isBlurred: boolean;
  /** A small picture as `data:`, to see what one has; empty for what is no picture. */
  readonly preview: string;
}

/**
 * Makes a photo small before it is sent. What the browser cannot draw (a PDF, a format of another
 * maker) goes as it is: the server looks at it again.
 */
export async function preparePhoto(file: File): Promise<PreparedPhoto> {
  const asIs = { file, isBlurred: false, preview: '' };
  if (!file.type.startsWith('image/')) return asIs;
  const image = await createImageBitmap(file).catch(() => undefined);
  if (image === undefined) return asIs;
  try {
    const canvas = draw(image, LONGEST_SIDE);
    const blob = await toJpeg(canvas);
    if (blob === null) return asIs;
    const name = `${file.name.replace(/\.[^.]*$/, '')}.jpg`;
    return {
      file: new File([blob], name, { type: 'image/jpeg' }),
      isBlurred: looksBlurred(image),
      preview: draw(image, 160).toDataURL('image/jpeg', 0.7),
    };
  } finally {
    image.close();
  }
}

function draw(image: ImageBitmap, longestSide: number): HTMLCanvasElement {
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  // JPEG knows no transparency: without paper below, it would turn black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function toJpeg(canvas: HTMLCanvasElement): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY));
}

function looksBlurred(image: ImageBitmap): boolean {
  const canvas = draw(image, MEASURED_SIDE);
  const { width, height } = canvas;
  const points = canvas.getContext('2d')?.getImageData(0, 0, width, height);
  return points !== undefined && isBlurred({ width, height, values: toGrey(points.data) });
}
