import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { entityWritings, mayChange } from './entity-writings.js';
import { filesThat, filesWith } from './sources.js';

/**
 * Where the rule of the house stands in the code, so that a second way cannot be written without somebody noticing: by
 * SQL, or by an entity's repository.
 */
const writes = (text: string, ...entities: string[]) => entities.flatMap((entity) => entityWritings(text, entity));

describe('the sources', () => {
  it('publish from reception and from decisions, those about appeals too, and from nowhere else', () => {
    expect(filesWith(/from '[./a-z]*\/(publish|settle-locked-rows)\.js'/)).toEqual([
      'desk/appeals/decide-appeal.ts',
      'desk/decisions/accept-reply.ts',
      'desk/decisions/decisions.ts',
      'desk/decisions/joint-decisions.ts',
      'reception/reception.ts',
      'reception/release-reply.ts',
    ]);
    expect(filesWith(/from '[./a-z]*\/add-posts\.js'/)).toEqual([
      'publishing/as-post.ts',
      'publishing/settle-locked-rows.ts',
    ]);
  });

  it('write the log in one place, and every decision is written there', () => {
    expect(
      filesThat((text) => /insert\s+into\s+desk\.decision\b/i.test(text) || writes(text, 'DecisionEntity').length > 0),
    ).toEqual(['publishing/log.ts']);
    expect(filesWith(/(?<![.\w])log(All)?\(\s*tx,/)).toEqual([
      'desk/appeals/decide-appeal.ts',
      'desk/calls/calls.ts',
      'desk/decisions/agreements.ts',
      'desk/decisions/decisions.ts',
      'desk/decisions/removals.ts',
      'desk/decisions/team-edits.ts',
      'desk/documents/black-out-documents.ts',
      'desk/during/durings.ts',
      'desk/moving/marks.ts',
      'desk/moving/merges.ts',
      'desk/moving/moves.ts',
      'desk/moving/thread-categories.ts',
      'desk/people/profile-removals.ts',
      'desk/people/suspensions.ts',
      'desk/reports/decide-report.ts',
      'desk/ties/ties.ts',
      'desk/undoing/acceptance.ts',
      'desk/undoing/undo.ts',
      'publishing/log.ts',
      'publishing/settle-locked-rows.ts',
      'reception/reception.ts',
      'reception/withdrawals.ts',
    ]);
  });

  it('change the state of a submission in five places: settled, waiting again, corrected, withdrawn, erased with the workshop', () => {
    expect(
      filesThat(
        (text) =>
          /update\s+desk\.submission\b[^`]*?\bset\s+status\b/i.test(text) ||
          writes(text, 'SubmissionEntity').some((writing) => mayChange('status', writing)),
      ),
    ).toEqual([
      'desk/undoing/wait-again.ts',
      'publishing/settle.ts',
      'reception/withdrawals.ts',
      'registrations/erased-words.ts',
      'submissions/corrections.ts',
    ]);
  });

  it('change what is published in publish() and what follows from a decision, its undoing or a withdrawal', () => {
    expect(
      filesThat(
        (text) =>
          /update\s+(public\.)?(thread|post)\b/i.test(text) ||
          writes(text, 'ThreadEntity', 'PostEntity').some(({ act }) => act !== 'insert'),
      ),
    ).toEqual([
      'desk/decisions/remove-post.ts',
      'desk/moving/change-category.ts',
      'desk/moving/mark-thread.ts',
      'desk/moving/merges.ts',
      'desk/moving/moved-rows.ts',
      'desk/moving/recount.ts',
      'desk/moving/transfer.ts',
      'desk/undoing/merge.ts',
      'publishing/articles/know-article.ts',
      'publishing/bury.ts',
      'publishing/next-place.ts',
      'publishing/open-thread.ts',
      'publishing/put-words.ts',
      'publishing/replace-post.ts',
      'publishing/return-post.ts',
      'publishing/upkeep/drawn-rows.ts',
    ]);
  });

  it('change the texts of members’ pages in one place, too', () => {
    expect(
      filesThat(
        (text) =>
          /(insert\s+into|update|delete\s+from)\s+(public\.)?profile\b/i.test(text) ||
          writes(text, 'ProfileEntity').length > 0,
      ),
    ).toEqual(['publishing/profiles.ts', 'publishing/upkeep/drawn-rows.ts']);
  });

  // A post that is moved was published before: its row in the other thread is opened empty, and filled from the one it
  // leaves.
  it('open threads and numbers of posts in publish() and, for what it has published before, where posts are moved to', () => {
    expect(filesWith(/from '[./a-z]*\/open-thread\.js'/)).toEqual([
      'desk/moving/merges.ts',
      'desk/moving/moves.ts',
      'publishing/next-place.ts',
    ]);
  });

  it('have no status column in anything published', () => {
    const published = ['0001-published', '0002-articles-and-openness']
      .map((name) => readFileSync(`migrations/${name}.ts`, 'utf8'))
      .join('\n');
    for (const table of ['post', 'article']) expect(published).toContain(`create table ${table} (`);
    expect(published).not.toMatch(/^\s*(status|approved|visible|hidden|deleted)\w*\s/im);
  });
});
