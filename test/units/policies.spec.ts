import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Problem } from '../../src/errors/errors.js';
import type { Draft } from '../../src/submissions/draft.js';
import type { Visitor } from '../../src/visitors/visitor.js';
import { DeskRoom, freshKey, minutesAfter, NOON, replyDraft, threadDraft, verdict } from '../desk-room.js';
import { type Author, AUTHORS, KINDS, OUTCOMES, POLICIES } from './policy-table.js';

interface Own {
  number: number;
  change: number;
  follow: string;
}

let room: DeskRoom;
let sage: Visitor;
let minute = 3 * 24 * 60;
const people = {} as Record<Author, Visitor>;
const threads = new Map<string, number>();
/** The post of each author in each category, by both names. */
const own = new Map<string, Own>();

const slugOf = (policy: string): string => policy.replace(/\W+/g, '-');

/** Everything is there before the policy is: a thread, and in it a post of everybody. */
beforeAll(async () => {
  room = await DeskRoom.open();
  sage = await room.member('Sage', 'administrator', { moderates: null });
  const elsewhere = await room.category('elsewhere');
  const categories = new Map<string, number>();
  for (const policy of Object.keys(POLICIES)) categories.set(policy, await room.category(slugOf(policy)));
  people.guest = room.guest;
  people.newcomer = await room.member('Newcomer', 'member', { acceptedCount: 0 });
  people.member = await room.member('Member', 'member', { acceptedCount: 5 });
  people.moderator = await room.member('Moderator', 'moderator', { moderates: [...categories.values()] });
  people['other moderator'] = await room.member('Other', 'moderator', { moderates: [elsewhere] });
  people.organizer = await room.member('Organizer', 'organizer');
  people.administrator = await room.member('Administrator', 'administrator', { moderates: null });
  people.suspended = await room.member('Suspended', 'member', { acceptedCount: 5 });
  for (const [policy, [options]] of Object.entries(POLICIES)) {
    const { thread } = await room.thread(slugOf(policy), policy, 'Premier message', sage, sage);
    threads.set(policy, thread);
    for (const author of AUTHORS) own.set(`${policy}/${author}`, await ownPost(policy, author));
    const {
      hold = 'all',
      audience = 'everyone',
      guestsWrite = true,
      closed = false,
      agreement = 1,
      acceptedUntil = 3,
    } = options;
    await room.rows(
      `update category set hold = $2, audience = $3, guests_write = $4, closed = $5, agreement = $6,
        accepted_until = $7, edits = $8,
         closes_after = $9, history = $10 where id = $1`,
      [
        categories.get(policy),
        hold,
        audience,
        guestsWrite,
        closed,
        agreement,
        acceptedUntil,
        options.edits ?? 'as-posts',
        options.closesAfter ?? null,
        options.history ?? false,
      ],
    );
  }
  await room.rows('update private.account set suspended_at = $2 where member_id = $1', [
    people.suspended.member?.id,
    NOON,
  ]);
}, 60_000);
afterAll(() => room.close());

async function ownPost(policy: string, author: Author): Promise<Own> {
  const { submission, token } = await room.reception.submit(
    people[author],
    replyDraft(threads.get(policy) ?? 0, `De ${author}`),
    NOON,
  );
  await room.decisions.decide(sage, submission, verdict('accept'), NOON);
  const { number } = await room.row<{ number: number }>('select number from desk.submission where id = $1', [
    submission,
  ]);
  return { number, change: 0, follow: token };
}

function draftOf(policy: string, author: Author, kind: (typeof KINDS)[number]): Draft {
  const thread = threads.get(policy) ?? 0;
  if (kind === 'thread') return threadDraft(slugOf(policy), `Sujet de ${author}`, 'Un texte');
  if (kind === 'reply') return replyDraft(thread, `Une réponse de ${author}`);
  const { number, change, follow } = own.get(`${policy}/${author}`) ?? { number: 0, change: 0, follow: '' };
  return {
    kind,
    thread,
    number,
    version: change,
    follow,
    text: `De ${author}, revu`,
    name: '',
    email: '',
    key: freshKey(),
    language: 'fr',
  };
}

/** What the tables say afterwards, and not what was answered. */
async function outcomeOf(policy: string, author: Author, kind: (typeof KINDS)[number]): Promise<string> {
  minute += 2;
  const before = await counted();
  try {
    const { submission } = await room.reception.submit(
      people[author],
      draftOf(policy, author, kind),
      minutesAfter(minute),
    );
    const { status, held_for: heldFor } = await room.row<{ status: string; held_for: string[] }>(
      'select status, held_for from desk.submission where id = $1',
      [submission],
    );
    expect(heldFor.length > 0).toBe(status === 'waiting');
    const { posts, edits } = await counted();
    expect(posts + edits - before.posts - before.edits).toBe(status === 'published' ? 1 : 0);
    return status === 'waiting' ? 'held' : status;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    expect(await counted()).toEqual(before);
    return problem.code;
  }
}

function counted(): Promise<{ posts: number; edits: number; sent: number }> {
  return room.row(`select (select count(*)::int from post) as posts, (select count(*)::int from post
    where edited_at is not null) as edits,
    (select count(*)::int from desk.submission) as sent`);
}

describe.each(Object.entries(POLICIES))('where the policy is « %s »', (policy, [, expected]) => {
  const cells = expected.split(' ').map((letters) => [...letters].map((letter) => OUTCOMES[letter]));

  it.each(AUTHORS.map((author, at) => [author, cells[at] ?? []] as const))(
    'a thread, a reply and an edit by: %s → %s',
    async (author, outcomes) => {
      const found: string[] = [];
      for (const kind of KINDS) found.push(await outcomeOf(policy, author, kind));
      expect(found).toEqual(outcomes);
    },
  );
});

it('the table has a cell for every author and kind of contribution', () => {
  for (const [, letters] of Object.values(POLICIES)) {
    expect(letters.split(' ').map((cell) => cell.length)).toEqual(AUTHORS.map(() => KINDS.length));
    expect([...letters.replaceAll(' ', '')].filter((letter) => OUTCOMES[letter] === undefined)).toEqual([]);
  }
});
