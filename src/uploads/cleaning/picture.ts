import sharp, { type Metadata } from 'sharp';
import { BOUNDS, WIDTHS } from './bounds.js';
import type { CleanFile, Trace } from './cleaned.js';
import { Refused } from './refusal.js';
import { exifTraces } from './tiff-tags.js';

// All readers of pictures that are not named here are switched off, because a file chooses its reader by its bytes.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}Buffer`),
});
sharp.cache(false);
sharp.concurrency(1);

const OPTIONS = { limitInputPixels: BOUNDS.pixels, failOn: 'error' } as const;

/** What is drawn of a picture besides itself. */
export interface PictureDrawings {
  page: Buffer;
  small: Buffer;
}

/**
 * A JPEG, PNG, WebP, GIF or AVIF, drawn anew: upright, in sRGB, at most 2,560 pixels wide and high, without anything
 * that was said beside it. @throws Refused
 */
export async function cleanPicture(bytes: Uint8Array): Promise<CleanFile & PictureDrawings> {
  try {
    const about = await sharp(bytes, { ...OPTIONS, limitInputPixels: false }).metadata();
    if (about.width * about.height > BOUNDS.pixels) throw new Refused('too-many-pixels');
    const lossless = about.format === 'png' || about.format === 'gif' || about.hasAlpha;
    const upright = sharp(bytes, OPTIONS).autoOrient().toColourspace('srgb');
    const fit = { width: WIDTHS.file, height: WIDTHS.file, fit: 'inside', withoutEnlargement: true } as const;
    const drawn = upright.resize(fit);
    const file = await (lossless ? drawn.png() : drawn.jpeg({ quality: 85 })).toBuffer();
    return {
      kind: 'picture',
      extension: lossless ? 'png' : 'jpg',
      bytes: file,
      pages: null,
      words: [],
      removed: traces(about),
      page: await narrowed(file, WIDTHS.page),
      small: await narrowed(file, WIDTHS.small),
    };
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('broken');
  }
}

/** The same picture as a JPEG, on white; one that is a JPEG already stays as it is. */
export async function asJpeg(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return bytes;
  return sharp(bytes, OPTIONS).flatten({ background: '#fff' }).jpeg({ quality: 85 }).toBuffer();
}

/** A JPEG of a picture on white, at most `width` wide and three times as high. */
export function narrowed(bytes: Uint8Array, width: number): Promise<Buffer> {
  return sharp(bytes, OPTIONS)
    .resize({ width, height: 3 * width, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 80 })
    .toBuffer();
}

function traces(about: Metadata): Trace[] {
  const found = about.exif === undefined ? new Set<Trace>() : exifTraces(about.exif);
  if (about.xmp !== undefined || about.iptc !== undefined) found.add('author').add('program');
  if (about.comments !== undefined && about.comments.length > 0) found.add('comments');
  return [...found].sort();
}
