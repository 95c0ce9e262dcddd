import { describe, expect, it } from '@jest/globals';
import { policyOfArticle } from '../../src/screening/article-policy.js';
import { articlesOnly } from '../../src/screening/articles-only.js';
import { readPattern, seenWords, standsIn } from '../../src/screening/blocked-pattern.js';
import { blockedWords } from '../../src/screening/blocked-words.js';
import { categoryClosed } from '../../src/screening/category-closed.js';
import { categoryPolicy } from '../../src/screening/category-policy.js';
import { firstPosts } from '../../src/screening/first-posts.js';
import { guest } from '../../src/screening/guest.js';
import { guestsNotAllowed } from '../../src/screening/guests-not-allowed.js';
import { length, LONG } from '../../src/screening/length.js';
import { documents } from '../../src/screening/documents.js';
import { organizersWorkshop } from '../../src/screening/organizers-workshop.js';
import { links, MOST_LINKS } from '../../src/screening/links.js';
import { moderatorsOwnEdit } from '../../src/screening/moderators-own-edit.js';
import { holdFor } from '../../src/screening/policy.js';
import { repeatedText } from '../../src/screening/repeated-text.js';
import { sectionClosed } from '../../src/screening/section-closed.js';
import { suspended } from '../../src/screening/suspended.js';
import { teamOpens } from '../../src/screening/team-opens.js';
import { teamsOwnPage } from '../../src/screening/teams-own-page.js';
import { threadClosed } from '../../src/screening/thread-closed.js';
import { threadLocked } from '../../src/screening/thread-locked.js';
import { MOST_A_MINUTE, tooFast } from '../../src/screening/too-fast.js';
import { screen } from '../../src/screening/screen.js';
import { policyWhileItRuns } from '../../src/screening/while-it-runs.js';
import { type Hold, HOLDS } from '../../src/categories/policy-words.js';
import { context, member, NOON } from '../screening-context.js';

describe('category-closed', () => {
  it('refuses everyone where the category is closed, and has no opinion elsewhere', () => {
    expect(categoryClosed(context({ category: { closed: true }, visitor: member(9, 'administrator') }))).toEqual({
      refuse: 'closed',
    });
    expect(categoryClosed(context())).toBeUndefined();
  });
});

describe('team-opens', () => {
  const announcements = { category: { opens: 'team' }, kind: 'thread' } as const;

  it('refuses a thread of a guest or a member where the team opens them', () => {
    expect(teamOpens(context(announcements))).toEqual({ refuse: 'team-opens' });
    expect(teamOpens(context({ ...announcements, visitor: member(9) }))).toEqual({ refuse: 'team-opens' });
  });

  it('has no opinion about organizers, about answers, and elsewhere', () => {
    expect(teamOpens(context({ ...announcements, visitor: member(9, 'organizer') }))).toBeUndefined();
    expect(teamOpens(context({ ...announcements, kind: 'reply' }))).toBeUndefined();
    expect(teamOpens(context({ kind: 'thread' }))).toBeUndefined();
  });
});

describe('thread-closed', () => {
  const daysAgo = (days: number): Date => new Date(NOON.getTime() - days * 86_400_000);

  it('refuses replies once the last post is as old as the category says, and not a moment before', () => {
    const old = { category: { closesAfter: 30 }, lastPostAt: daysAgo(30) };
    expect(threadClosed(context(old))).toEqual({ refuse: 'thread-closed' });
    expect(threadClosed(context({ ...old, now: new Date(NOON.getTime() - 1) }))).toBeUndefined();
  });

  it('leaves new threads and edits alone, and threads of categories that never close them', () => {
    expect(threadClosed(context({ kind: 'thread', category: { closesAfter: 1 }, lastPostAt: null }))).toBeUndefined();
    expect(
      threadClosed(context({ kind: 'edit', category: { closesAfter: 1 }, lastPostAt: daysAgo(99) })),
    ).toBeUndefined();
    expect(threadClosed(context({ lastPostAt: daysAgo(9_999) }))).toBeUndefined();
  });
});

describe('thread-locked', () => {
  it('refuses replies to a locked thread, the team’s too, and nothing else', () => {
    expect(threadLocked(context({ locked: true, visitor: member(9, 'administrator') }))).toEqual({
      refuse: 'thread-locked',
    });
    expect(threadLocked(context({ locked: true, kind: 'edit' }))).toBeUndefined();
    expect(threadLocked(context())).toBeUndefined();
  });
});

describe('guests-not-allowed', () => {
  it('refuses guests where they may not write, and members not', () => {
    expect(guestsNotAllowed(context({ category: { guestsWrite: false } }))).toEqual({
      refuse: 'guests-may-not-write',
    });
    expect(guestsNotAllowed(context({ category: { guestsWrite: false }, visitor: member(0) }))).toBeUndefined();
    expect(guestsNotAllowed(context())).toBeUndefined();
  });
});

describe('teams-own-page', () => {
  it('lets the team say of itself what it likes, and nobody else', () => {
    for (const role of ['moderator', 'organizer', 'administrator'] as const)
      expect(teamsOwnPage(context({ kind: 'profile', visitor: member(0, role) }))).toEqual({ release: true });
    expect(teamsOwnPage(context({ kind: 'profile', visitor: member(9) }))).toBeUndefined();
    expect(teamsOwnPage(context({ kind: 'reply', visitor: member(9, 'organizer') }))).toBeUndefined();
  });
});

describe('suspended', () => {
  it('refuses an account that was suspended since its session was read', () => {
    expect(suspended(context({ facts: { suspended: true }, visitor: member(9) }))).toEqual({ refuse: 'suspended' });
    expect(suspended(context({ visitor: member(9) }))).toBeUndefined();
  });
});

describe('moderators-own-edit', () => {
  it('releases the edits of whoever moderates the category, and nothing else of theirs', () => {
    expect(moderatorsOwnEdit(context({ kind: 'edit', visitor: member(0, 'moderator', [1]) }))).toEqual({
      release: true,
    });
    expect(moderatorsOwnEdit(context({ kind: 'edit', visitor: member(0, 'moderator', [2]) }))).toBeUndefined();
    expect(moderatorsOwnEdit(context({ kind: 'reply', visitor: member(0, 'moderator', [1]) }))).toBeUndefined();
    expect(moderatorsOwnEdit(context({ kind: 'edit', visitor: member(9, 'organizer') }))).toBeUndefined();
  });
});

describe('blocked-words', () => {
  it('refuses before it holds, looks at the title too, and says on the card which line it was', () => {
    const blocked = { hold: ['arnaque', 'gros mot'], refuse: ['canular'] };
    expect(blockedWords(context({ text: 'Une arnaque et un canular.', facts: { blocked } }))).toEqual({
      refuse: 'blocked-word',
      word: 'canular',
    });
    expect(blockedWords(context({ title: 'Arnaque', facts: { blocked } }))).toEqual({ hold: 'blocked-word:arnaque' });
    expect(blockedWords(context({ text: 'Un GROS… mot', facts: { blocked } }))).toEqual({
      hold: 'blocked-word:gros mot',
    });
    expect(blockedWords(context({ facts: { blocked } }))).toBeUndefined();
    expect(blockedWords(context())).toBeUndefined();
  });

  it.each([
    ['escroc', 'Quel ESCROC !', true],
    ['escroquerie', 'une èscroquérie', true],
    ['arnaque', 'une аrnаque en deux alphabets', true],
    ['arnaque', 'une ar\u200bna\u00adque coupée de signes sans forme', true],
    ['arnaque', 'une 4rnaque', false],
    ['connard', 'un c0nnard', true],
    ['cul', 'un calcul', false],
    ['cul', 'cul-de-sac', true],
    ['vend*', 'ils vendaient', true],
    ['vend', 'ils vendaient', false],
    ['pilule bleue', 'une pilule, bleue', true],
    ['pilule bleue', 'une pilule très bleue', false],
    ['bonne affaire*', 'de bonnes affaires', false],
    ['bonne affaire*', 'la bonne affaires', true],
    ['…', 'un texte', false],
    ['*', 'un texte', false],
  ])('reads « %s » in « %s »: %s', (line, text, stands) => {
    expect(standsIn(readPattern(line), seenWords(text))).toBe(stands);
  });
});

describe('length', () => {
  it('holds what takes minutes to read', () => {
    expect(length(context({ text: 'a'.repeat(LONG + 1) }))).toEqual({ hold: 'long' });
    expect(length(context({ text: 'a'.repeat(LONG) }))).toBeUndefined();
  });
});

describe('organizers-workshop', () => {
  it('releases a workshop of an organizer where the category says so, and nothing else', () => {
    const workshop = { kind: 'thread', opens: 'workshop', category: { organizers: 'at-once' } } as const;
    const organizer = member(0, 'organizer');
    expect(organizersWorkshop(context({ ...workshop, visitor: organizer }))).toEqual({ release: true });
    expect(organizersWorkshop(context({ ...workshop, visitor: member(9) }))).toBeUndefined();
    expect(organizersWorkshop(context({ ...workshop, visitor: organizer, opens: 'thread' }))).toBeUndefined();
    expect(organizersWorkshop(context({ ...workshop, visitor: organizer, category: {} }))).toBeUndefined();
  });
});

describe('documents', () => {
  it('holds whatever brings a file, unless the category lets it through', () => {
    const one = { fresh: 1, unchecked: 0 };
    expect(documents(context({ documents: one }))).toEqual({ hold: 'documents' });
    expect(documents(context({ documents: one, category: { documentsHeld: false } }))).toBeUndefined();
    expect(documents(context())).toBeUndefined();
  });

  it('holds a file that nobody has checked yet, wherever it is sent', () => {
    const unchecked = { fresh: 1, unchecked: 1 };
    expect(documents(context({ documents: unchecked, category: { documentsHeld: false } }))).toEqual({
      hold: 'documents',
    });
  });
});

describe('links', () => {
  it('holds more links than a message needs', () => {
    expect(links(context({ links: MOST_LINKS + 1 }))).toEqual({ hold: 'links' });
    expect(links(context({ links: MOST_LINKS }))).toBeUndefined();
  });
});

describe('repeated-text', () => {
  it('holds a copy, but not an edit, which repeats what it changes', () => {
    expect(repeatedText(context({ facts: { sentBefore: true } }))).toEqual({ hold: 'repeated' });
    expect(repeatedText(context({ kind: 'edit', facts: { sentBefore: true } }))).toBeUndefined();
    expect(repeatedText(context())).toBeUndefined();
  });
});

describe('too-fast', () => {
  it('holds what comes after five others within a minute', () => {
    expect(tooFast(context({ facts: { sentLately: MOST_A_MINUTE } }))).toEqual({ hold: 'too-fast' });
    expect(tooFast(context({ facts: { sentLately: MOST_A_MINUTE - 1 } }))).toBeUndefined();
  });
});

describe('first-posts', () => {
  it('holds a member until as many as the category says were accepted, where newcomers are held', () => {
    const newcomers = { hold: 'newcomers', acceptedUntil: 5 } as const;
    expect(firstPosts(context({ category: newcomers, visitor: member(4) }))).toEqual({ hold: 'newcomer' });
    expect(firstPosts(context({ category: newcomers, visitor: member(5) }))).toBeUndefined();
    expect(firstPosts(context({ category: newcomers }))).toBeUndefined();
    for (const hold of ['guests', 'nobody', 'all'] as const)
      expect(firstPosts(context({ category: { hold }, visitor: member(0) }))).toBeUndefined();
  });
});

describe('guest', () => {
  it('holds guests where they are held, alone or with newcomers', () => {
    for (const hold of ['guests', 'newcomers'] as const) {
      expect(guest(context({ category: { hold } }))).toEqual({ hold: 'guest' });
      expect(guest(context({ category: { hold }, visitor: member(0) }))).toBeUndefined();
    }
    for (const hold of ['nobody', 'all'] as const) expect(guest(context({ category: { hold } }))).toBeUndefined();
  });
});

describe('category-policy', () => {
  it('holds everyone where all are held, and where the policy is a word that it does not know', () => {
    for (const hold of ['all', 'nobody ', 'some-later-policy'] as unknown as 'all'[]) {
      expect(categoryPolicy(context({ category: { hold }, visitor: member(500, 'administrator') }))).toEqual({
        hold: 'hold-all',
      });
    }
    for (const hold of ['guests', 'newcomers', 'nobody'] as const)
      expect(categoryPolicy(context({ category: { hold } }))).toEqual({ pass: true });
  });

  it.each([
    ['all', 'all', 'newcomers'],
    ['guests', 'all', 'guests'],
    ['newcomers', 'all', 'newcomers'],
    ['nobody', 'all', 'nobody'],
  ] as const)('where %s are held, edits that are always held hold %s and those at once %s', (hold, held, atOnce) => {
    expect(holdFor('edit', { hold, edits: 'as-posts' })).toBe(hold);
    expect(holdFor('edit', { hold, edits: 'held' })).toBe(held);
    expect(holdFor('edit', { hold, edits: 'at-once' })).toBe(atOnce);
    expect(holdFor('reply', { hold, edits: 'held' })).toBe(hold);
  });
});

describe('articles-only', () => {
  it('refuses threads that somebody opens where the sections of articles are, and comments not', () => {
    const category = { ofArticles: true };
    expect(articlesOnly(context({ kind: 'thread', category, visitor: member(9, 'administrator') }))).toEqual({
      refuse: 'articles-only',
    });
    for (const kind of ['reply', 'edit'] as const) expect(articlesOnly(context({ kind, category }))).toBeUndefined();
    expect(articlesOnly(context({ kind: 'thread' }))).toBeUndefined();
  });
});

describe('section-closed', () => {
  const open = { policy: null, closesAt: null, removed: false };

  it('refuses comments on articles that are closed, too old or gone, and those of guests where members alone write', () => {
    const refused = (article: object, more = {}) =>
      sectionClosed(context({ article: { ...open, ...article }, ...more }));
    expect(refused({ policy: 'closed' })).toEqual({ refuse: 'section-closed' });
    expect(refused({ closesAt: NOON })).toEqual({ refuse: 'section-over' });
    expect(refused({ closesAt: new Date(NOON.getTime() + 1) })).toBeUndefined();
    expect(refused({ removed: true, policy: 'closed' })).toEqual({ refuse: 'article-removed' });
    expect(refused({ policy: 'members' })).toEqual({ refuse: 'section-members' });
    expect(refused({ policy: 'members' }, { visitor: member(0) })).toBeUndefined();
    expect(refused({ policy: 'closed' }, { kind: 'edit' })).toBeUndefined();
    for (const policy of [null, 'before', 'after'] as const) expect(refused({ policy })).toBeUndefined();
    expect(sectionClosed(context())).toBeUndefined();
  });

  it.each([
    ['all', null, 'all', 'all'],
    ['guests', null, 'newcomers', 'guests'],
    ['newcomers', null, 'newcomers', 'newcomers'],
    ['nobody', null, 'newcomers', 'nobody'],
    ['nobody', 'before', 'all', 'all'],
    ['all', 'after', 'newcomers', 'nobody'],
    ['all', 'members', 'all', 'all'],
  ] as const)(
    'where %s are held and the article says %s, holds %s if first comments are, and %s if not',
    (hold, policy, first, others) => {
      const category = { hold, acceptedUntil: 3 };
      expect(policyOfArticle(category, { policy, firstHeld: true }).hold).toBe(first);
      expect(policyOfArticle(category, { policy, firstHeld: false }).hold).toBe(others);
      expect(policyOfArticle(category, null)).toBe(category);
    },
  );
});

describe('while a workshop runs', () => {
  const during = { startsAt: new Date('2026-11-22T12:00:00Z'), endsAt: new Date('2026-11-22T14:00:00Z') };
  const at = (time: string, hold: Hold, date: typeof during | null = during) =>
    policyWhileItRuns({ hold }, date, new Date(`2026-11-22T${time}Z`)).hold;

  it.each(HOLDS)(
    'where %s are held, members that are known are not, from 15 minutes before until an hour after',
    (hold) => {
      const open = hold === 'all' ? 'newcomers' : hold;
      expect([at('11:45:00', hold), at('13:00:00', hold), at('14:59:59', hold)]).toEqual([open, open, open]);
      expect([at('11:44:59', hold), at('15:00:00', hold), at('13:00:00', hold, null)]).toEqual([hold, hold, hold]);
    },
  );

  it('holds guests, newcomers and whatever a text is held for by itself', () => {
    const category = policyWhileItRuns({ ...context().category, hold: 'all' as const }, during, during.startsAt);
    const held = (more: object) => screen(context({ category, ...more }));
    expect(held({ visitor: member(3) })).toEqual({ heldFor: [] });
    expect(held({ visitor: member(2) })).toEqual({ heldFor: ['newcomer'] });
    expect(held({})).toEqual({ heldFor: ['guest'] });
    expect(held({ visitor: member(3), links: 12 })).toEqual({ heldFor: ['links'] });
    expect(held({ visitor: member(3), documents: { fresh: 1, unchecked: 0 } })).toEqual({ heldFor: ['documents'] });
  });
});
