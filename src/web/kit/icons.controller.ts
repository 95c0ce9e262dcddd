import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Controller, Get } from '@nestjs/common';
import { type Answer, bytes } from './answer.js';
import { ForEveryone, OpenBeforeSetUp } from './marks.js';
import { Uncounted } from './uncounted.js';

const folder = fileURLToPath(new URL('../../../../client/icons/', import.meta.url));
const headers = { 'cache-control': 'public, max-age=86400' };

/** The tree in the window's tab. At the usual addresses, where programs look for it that have not read our pages. */
@Controller()
export class IconsController {
  private readonly drawing = readFileSync(`${folder}favicon.svg`);
  private readonly dots = readFileSync(`${folder}favicon.ico`);

  @Get('favicon.svg')
  @ForEveryone()
  @Uncounted()
  @OpenBeforeSetUp()
  draw(): Answer {
    return bytes('image/svg+xml', this.drawing, { headers });
  }

  @Get('favicon.ico')
  @ForEveryone()
  @Uncounted()
  @OpenBeforeSetUp()
  show(): Answer {
    return bytes('image/x-icon', this.dots, { headers });
  }
}
