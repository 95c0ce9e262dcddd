import type { HeldFile } from '../../src/submissions/documents/held-file.js';

/** Of an upload: an id of a document that stands in the text is longer. */
export const UPLOAD_TOKEN = /^[\w-]{32}$/;

interface SlipPictureProps {
  held: HeldFile;
  /** Below which address the files of what waits are given; left out where a file of the text is a published one. */
  base?: string | undefined;
}

/** Where the small picture of a file lies; null while there is none. */
function pictureOf({ held: { upload, file }, base }: SlipPictureProps): string | null {
  if (file?.state !== 'clean' || file.drawn === 0) return null;
  if (UPLOAD_TOKEN.test(upload)) return `/uploads/${upload}/small.jpg`;
  return base === undefined ? `/document/${file.id}/small.jpg` : `${base}/documents/${file.id}/small.jpg`;
}

/** What is drawn of a file beside its slip, in words there already. A script puts it here once the file is checked. */
export function SlipPicture(props: SlipPictureProps) {
  const source = pictureOf(props);
  return (
    <span class="look" data-look hidden={source === null}>
      {source !== null && <img src={source} alt="" loading="lazy" />}
    </span>
  );
}
