import { Buffer } from 'node:buffer';
import sharp from 'sharp';

interface Scene {
  sky: string;
  ground: string;
  /** Places of masts, from the left, in hundredths. */
  masts: number[];
}

const WIDTH = 1_200;
const HEIGHT = 800;

/** What a phone writes into a photo: where and with what it was taken. Removed when it is sent. */
const EXIF = {
  IFD0: { Make: 'Telephone', Software: 'Appareil photo 4.2' },
  IFD3: { GPSLatitude: '48/1 41/1 0/1', GPSLatitudeRef: 'N', GPSLongitude: '6/1 11/1 0/1', GPSLongitudeRef: 'E' },
};

/** A street with houses and masts, drawn, as a phone would have photographed it. */
export function pictureOf({ sky, ground, masts }: Scene): Promise<Buffer> {
  const houses = [0, 1, 2, 3, 4, 5].map((n) => {
    const [x, height] = [n * 200, 220 + ((n * 73) % 160)];
    const windows = [40, 120].map(
      (at) => `<rect x="${x + at}" y="${560 - height + 50}" width="36" height="56" fill="#3a4350"/>`,
    );
    return `<rect x="${x}" y="${560 - height}" width="190" height="${height}" fill="hsl(${20 + n * 9} 25% ${60 + (n % 3) * 7}%)"/>${windows.join('')}`;
  });
  const drawn = masts.map((place) => {
    const x = (place * WIDTH) / 100;
    return `<rect x="${x - 6}" y="170" width="12" height="470" fill="#4d5359"/><rect x="${x - 50}" y="160" width="70" height="26" rx="6" fill="#22262b"/><circle cx="${x - 46}" cy="173" r="9" fill="#0d0f12"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="${sky}"/>${houses.join('')}
    <rect y="560" width="${WIDTH}" height="240" fill="${ground}"/>${drawn.join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).withExif(EXIF).toBuffer();
}
