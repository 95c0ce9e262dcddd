import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';

/**
 * A tag that leads somewhere, up to the path it leads to; text cannot look like one, since `<` is always escaped in
 * it.
 */
const PATH = /(<(?:a|form)\b(?:[^>"]|"[^"]*")*?\s(?:href|action)=")\/(?!\/)/g;

/** Addresses for pages that stand elsewhere: a path alone would lead to their own site. */
@Injectable()
export class Absolute {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>) {}

  address(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }

  html(html: string): string {
    return html.replace(PATH, (_, before: string) => `${before}${this.config.publicUrl}/`);
  }
}
