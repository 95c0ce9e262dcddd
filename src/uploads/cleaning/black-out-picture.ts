import sharp from 'sharp';
import type { CleanFile } from './cleaned.js';
import { type BlackedAreas, pixelsOf } from './covers.js';
import { cleanPicture, type PictureDrawings } from './picture.js';

/** A cleaned picture without what is covered. */
export async function blackOutPicture(
  bytes: Uint8Array,
  { areas }: BlackedAreas,
): Promise<CleanFile & PictureDrawings> {
  const { width, height } = await sharp(bytes).metadata();
  const covers = areas.map((area) => {
    const [left, top, right, bottom] = pixelsOf(area, width, height);
    const create = {
      width: Math.max(1, right - left),
      height: Math.max(1, bottom - top),
      channels: 3,
      background: '#000',
    } as const;
    return { input: { create }, left: Math.min(left, width - 1), top: Math.min(top, height - 1) };
  });
  return cleanPicture(await sharp(bytes).composite(covers).toBuffer());
}
