import { z } from 'zod';
import { cleanLine } from '../../submissions/clean.js';
import { SIZES } from '../../submissions/sizes.js';
import type { Report } from '../report.js';
import { instantOf } from '../words/instant.js';
import type { Addresses } from './addresses.js';
import { MESSAGES, type MessageRow } from './message-row.js';
import { reasonToSkip } from './reason-to-skip.js';
import type { Staging } from './staging.js';
import { wordsOf } from './words-of.js';

export interface DraftSource {
  staging: Staging;
  prefix: string;
  addresses: Addresses;
  timeZone: string;
  now: Date;
  links: boolean;
}

/** Draws up what will be sent, a row for each message that is not skipped; the report says why the others are. */
export function drawUp(source: DraftSource, report: Report): void {
  const { staging, prefix } = source;
  for (const row of staging.each<MessageRow>(MESSAGES, prefix)) {
    report.read.messages += 1;
    const reason = reasonToSkip(row);
    if (reason !== null) report.skip(reason, row.id);
    else drawUpOne(row, source, report);
  }
}

const ADDRESS = z.email().max(SIZES.email.most);

/** Empty where it was not asked for, since then it was not read. */
function emailOf({ email }: MessageRow): string {
  const typed = cleanLine(email);
  return ADDRESS.safeParse(typed).success ? typed : '';
}

function drawUpOne(row: MessageRow, { staging, addresses, timeZone, now, links }: DraftSource, report: Report): void {
  const words = wordsOf(row, addresses, links);
  if (words === null) return report.skip('empty', row.id);
  for (const what of words.noticed) report.notice(what, row.id);
  const dated = instantOf(row.at, timeZone);
  if (dated === null) report.notice('undated', row.id);
  const at = dated ?? instantOf(row.articleAt ?? '', timeZone) ?? now;
  if (at > now) report.notice('future', row.id);
  staging.add('draft', {
    id: row.id,
    parent: row.parent,
    article: row.article,
    at: Math.min(at.getTime(), now.getTime()),
    name: words.name,
    email: emailOf(row),
    text: words.text,
    waits: row.status === 'prop' ? 1 : 0,
  });
}
