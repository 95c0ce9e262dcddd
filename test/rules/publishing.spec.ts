import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** Where the rule of the house stands in the code, so that a second way cannot be written without somebody noticing. */
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join('src', file), 'utf8') }));

const filesWith = (pattern: RegExp): string[] => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file).sort();

describe('the sources', () => {
  it('call publish() from reception and from decisions, those about appeals too, and from nowhere else', () => {
    expect(filesWith(/from '[./a-z]*\/publish\.js'/)).toEqual(['desk/appeals/decide-appeal.ts', 'desk/decisions.ts', 'desk/reception.ts']);
  });

  it('write the log in one place, and every decision is written there', () => {
    expect(filesWith(/insert\s+into\s+desk\.decision\b/i)).toEqual(['desk/log.ts']);
    expect(filesWith(/await log\(/)).toEqual([
      'desk/agreements.ts',
      'desk/appeals/decide-appeal.ts',
      'desk/decisions.ts',
      'desk/moving/marks.ts',
      'desk/moving/merges.ts',
      'desk/moving/moves.ts',
      'desk/moving/thread-categories.ts',
      'desk/people/profile-removals.ts',
      'desk/people/suspensions.ts',
      'desk/reception.ts',
      'desk/removals.ts',
      'desk/reports/decide-report.ts',
      'desk/team-edits.ts',
      'desk/undo.ts',
      'desk/undoing/acceptance.ts',
      'desk/withdrawals.ts',
    ]);
  });

  it('change the state of a submission in four places: settled, waiting again, corrected, withdrawn', () => {
    expect(filesWith(/update\s+desk\.submission\b[^`]*?\bset\s+status\b/i)).toEqual(['desk/settle.ts', 'desk/wait-again.ts', 'desk/withdrawals.ts', 'submissions/corrections.ts']);
  });

  it('change what is published in publish() and what follows from a decision, its undoing or a withdrawal', () => {
    expect(filesWith(/update\s+(public\.)?(thread|post)\b/i)).toEqual([
      'desk/articles/know-article.ts',
      'desk/bury.ts',
      'desk/moving/change-category.ts',
      'desk/moving/mark-thread.ts',
      'desk/moving/merges.ts',
      'desk/moving/moved-rows.ts',
      'desk/moving/recount.ts',
      'desk/moving/transfer.ts',
      'desk/open-thread.ts',
      'desk/publish.ts',
      'desk/put-words.ts',
      'desk/remove-post.ts',
      'desk/replace-post.ts',
      'desk/return-post.ts',
      'desk/undoing/merge.ts',
    ]);
  });

  it('change the texts of members’ pages in one place, too', () => {
    expect(filesWith(/(insert\s+into|update|delete\s+from)\s+(public\.)?profile\b/i)).toEqual(['desk/people/profiles.ts']);
  });

  // A post that is moved was published before: its row in the other thread is opened empty, and filled from the one it leaves.
  it('open threads and numbers of posts in publish() and, for what it has published before, where posts are moved to', () => {
    expect(filesWith(/from '[./a-z]*\/open-thread\.js'/)).toEqual(['desk/moving/merges.ts', 'desk/moving/moves.ts', 'desk/publish.ts']);
  });

  it('have no status column in anything published', () => {
    const published = readFileSync('migrations/0001-published.ts', 'utf8');
    expect(published).toContain('create table post');
    expect(published).not.toMatch(/^\s*(status|approved|visible|hidden|deleted)\w*\s/im);
  });
});
