import { isName } from '../../submissions/checked.js';
import { cleanLine, cleanText, isBlank, letters } from '../../submissions/clean.js';
import { SIZES } from '../../submissions/sizes.js';
import type { Noticed } from '../report.js';
import { lettersOf, withoutEntities } from '../words/entities.js';
import { mended } from '../words/mended.js';
import { ownTitle, plainTitle } from '../words/title.js';
import type { Addresses } from './addresses.js';
import type { MessageRow } from './message-row.js';

export interface Words {
  name: string;
  text: string;
  noticed: Noticed[];
}

const MAIL = /^([^\s@]+)@[^\s@]+\.[^\s@]+$/;

/** SPIP shows the title above the text; here it is the text's first line, where the author has written one. */
function withTitle(title: string, text: string): string {
  if (text === '') return title;
  return `${/^["“:;]|["”:;]$/.test(title) ? title : `{{${title}}}`}\n\n${text}`;
}

function linkOf({ linkName, link }: MessageRow): string | null {
  const address = link.trim();
  if (!/^https?:\/\/[^\s\]<>]{4,}$/i.test(address)) return null;
  const name = plainTitle(mended(linkName)).replace(/[[\]]/g, '');
  return name === '' ? `[->${address}]` : `[${name}->${address}]`;
}

/** Somebody who typed a mail address as their name hardly wants it to be published here. */
function nameOf({ name, authorName }: MessageRow, noticed: Noticed[]): string {
  const typed = cleanLine(withoutEntities(mended(name)))
    .normalize('NFKC')
    .trim();
  const shown = isBlank(typed)
    ? cleanLine(withoutEntities(mended(authorName ?? '')))
        .normalize('NFKC')
        .trim()
    : typed;
  const [, before] = MAIL.exec(shown) ?? [];
  if (before !== undefined) noticed.push('name-was-mail');
  const kept = before ?? shown;
  if (letters(kept) <= SIZES.name.most) return isName(kept) ? kept : '';
  noticed.push('name-cut');
  // Three points and not one sign of them: names are stored in NFKC, which makes three of it.
  return `${Array.from(kept)
    .slice(0, SIZES.name.most - 3)
    .join('')
    .trimEnd()}...`;
}

/** What is published of a message; null when nothing is left that anyone could read. */
export function wordsOf(row: MessageRow, addresses: Addresses, keepLinks: boolean): Words | null {
  const noticed: Noticed[] = [];
  const name = nameOf(row, noticed);
  const plain = cleanText(addresses.inFull(lettersOf(mended(row.text))));
  const text = isBlank(plain) ? '' : plain;
  const title = plainTitle(mended(row.title), row.articleLanguage ?? 'fr');
  const above = [row.articleTitle, row.parentTitle]
    .filter((other) => other !== null)
    .map((other) => plainTitle(mended(other)));
  // A title that several share is one that the form filled in: that of the article before it was renamed.
  const own = row.shared === 0 && ownTitle(title, above);
  const link = linkOf(row);
  const whole = own ? withTitle(title, text) : text;
  if (letters(whole) < SIZES.text.least) return null;
  if (own) noticed.push('title-kept');
  if (link !== null) noticed.push(keepLinks ? 'link-kept' : 'link-left');
  if ([row.text, row.title, row.name].some((typed) => mended(typed) !== typed)) noticed.push('mended');
  return { name, text: link !== null && keepLinks ? `${whole}\n\n${link}` : whole, noticed };
}
