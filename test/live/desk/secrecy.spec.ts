import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Decisions } from '../../../src/desk/decisions/decisions.js';
import type { Verdict } from '../../../src/desk/decisions/verdict.js';
import { Reception } from '../../../src/reception/reception.js';
import { Removals } from '../../../src/desk/decisions/removals.js';
import { Withdrawals } from '../../../src/reception/withdrawals.js';
import { Corrections } from '../../../src/submissions/corrections.js';
import type { Draft } from '../../../src/submissions/draft.js';
import { openWorld, type Person, type World } from '../../world.js';
import { Listener } from '../kit/listener.js';

let world: World;
let ada: Person;
let mira: Person;
let thread: number;
let listeners: Record<string, Listener>;
let keys = 0;

const act = <T>(what: new (...parts: never[]) => T): T => world.app.get(what, { strict: false });
const now = (): Date => world.clock.now();

async function send(
  draft:
    | { kind: 'thread'; title: string; text: string }
    | { kind: 'reply'; text: string }
    | { kind: 'edit'; number: number; text: string; version: number },
) {
  const who = { name: '', email: 'courriel.zq@example.org', language: 'fr' as const, key: `key-of-secrecy-${++keys}` };
  const place = draft.kind === 'thread' ? { category: 'villes' } : { thread };
  return act(Reception).submit(mira.visitor, { ...draft, ...place, ...who } as Draft, now());
}

function decide(id: string, decision: Verdict['decision'], more: Partial<Verdict> = {}) {
  return act(Decisions).decide(
    ada.visitor,
    id,
    { decision, version: 1, reasons: decision === 'refuse' ? ['other'] : [], remark: '', language: 'fr', ...more },
    now(),
  );
}

/** Everything that anybody but the desk has heard so far. */
function heard(word: string): string[] {
  return Object.entries(listeners)
    .filter(([, { frames }]) => JSON.stringify(frames).includes(word))
    .map(([who]) => who);
}

async function settle(): Promise<void> {
  await Promise.all(Object.values(listeners).map((listener) => listener.settle()));
}

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes' });
  await world.category({ slug: 'gares' });
  ada = await world.member('Ada', { role: 'administrator' });
  mira = await world.member('Mira');
  const [noe, olga, omar, nadia] = [
    await world.member('Noé'),
    await world.member('Olga', { role: 'organizer' }),
    await world.member('Omar', { role: 'moderator', categories: ['gares'] }),
    await world.member('Nadia', { role: 'moderator' }),
  ];
  thread = await world.thread({
    category: 'villes',
    title: 'Caméras du marché',
    text: 'Il y en a quatre.',
    by: mira.visitor,
  });
  const rooms = [
    `thread:${thread}`,
    ...Array.from({ length: 3 }, (_, each) => `thread:${thread + 1 + each}`),
    'category:villes',
    'category:gares',
    'desk',
  ];
  const enter = async (cookie?: string): Promise<Listener> => {
    const listener = await Listener.open(world.url, { cookie });
    for (const room of rooms) await listener.join(room);
    return listener;
  };
  listeners = {
    guest: await enter(),
    'guest on polling': await Listener.in(world.url, [`thread:${thread}`], { transports: ['polling'] }),
    member: await enter(noe.cookie),
    author: await enter(mira.cookie),
    organizer: await enter(olga.cookie),
    'moderator of another category': await enter(omar.cookie),
    moderator: await enter(nadia.cookie),
  };
});
afterAll(async () => {
  for (const listener of Object.values(listeners)) listener.close();
  await world.close();
});

describe('what was not accepted', () => {
  test('is in no frame that anybody hears, whatever becomes of it', async () => {
    const states: [string, (id: string, token: string, word: string) => Promise<unknown>][] = [
      ['waiting', async () => undefined],
      ['returned', (id, _, word) => decide(id, 'return', { remark: `${word}remark` })],
      ['refused', (id, _, word) => decide(id, 'refuse', { remark: `${word}remark` })],
      ['spam', (id) => decide(id, 'spam')],
      ['withdrawn', (id) => act(Withdrawals).withdraw({ author: mira.visitor, id }, now())],
      [
        'corrected',
        (id, _, word) =>
          act(Corrections).correct(
            { author: mira.visitor, id },
            { title: `${word}title`, text: `${word}corrected`, version: 1, language: 'fr' },
            now(),
          ),
      ],
    ];
    for (const [state, become] of states) {
      for (const kind of ['thread', 'reply'] as const) {
        const word = `zq${state}${kind}`;
        const { submission, token } = await send(
          kind === 'thread' ? { kind, title: `${word}title`, text: `${word}text` } : { kind, text: `${word}text` },
        );
        await become(submission, token, word);
      }
    }
    await send({ kind: 'edit', number: 1, text: 'zqwaitingedit', version: 0 });
    await settle();
    expect(heard('zq')).toEqual([]);
    // The danger is there: the words are in the tables, and the desk heard that something came.
    const { rows } = await world.db.owner.query<{ planted: number }>(
      `select count(*)::int as planted from desk.submission where source like 'zq%'`,
    );
    expect(rows[0]?.planted).toBeGreaterThanOrEqual(10);
    const speaking = Object.entries(listeners)
      .filter(([, { frames }]) => frames.length > 0)
      .map(([who]) => who);
    expect(speaking).toEqual(['moderator']);
    expect(
      listeners['moderator']?.frames.every(
        ({ event, message }) => event === 'queue-changed' && Object.keys(message).join() === 'waiting',
      ),
    ).toBe(true);
  });
});

describe('what was accepted', () => {
  test('is heard by everyone in the words of the team, the author’s own stay at the desk', async () => {
    const { submission } = await send({ kind: 'reply', text: 'zqbefore l’édition' });
    await decide(submission, 'accept', { text: 'zqafter l’édition' });
    await settle();
    expect(heard('zqbefore')).toEqual([]);
    expect(heard('zqafter')).toEqual(Object.keys(listeners));
  });

  test('and taken down is in no frame after that, nor are the reason’s words of the team', async () => {
    const { submission } = await send({ kind: 'reply', text: 'zqfallen' });
    await decide(submission, 'accept');
    await settle();
    expect(heard('zqfallen')).toEqual(Object.keys(listeners));
    const number = await lastNumber();
    for (const { frames } of Object.values(listeners)) frames.length = 0;
    await act(Removals).takeDown(ada.visitor, thread, number, { reason: 'personal-data', remark: 'zqremark' }, now());
    await settle();
    for (const [who, listener] of Object.entries(listeners)) {
      expect([who, listener.of('post-taken-down')]).toEqual([
        who,
        [{ thread, number, changes: expect.any(Number), html: expect.stringContaining('data-gone') }],
      ]);
    }
    expect(heard('zq')).toEqual([]);
    await act(Removals).restore(ada.visitor, thread, number, now());
    await settle();
    expect(heard('zqfallen')).toEqual(Object.keys(listeners));
    expect(heard('zqremark')).toEqual([]);
  });

  test('and withdrawn by its author is a tombstone for whoever listens', async () => {
    const { submission } = await send({ kind: 'reply', text: 'zqgone' });
    await decide(submission, 'accept');
    await settle();
    for (const { frames } of Object.values(listeners)) frames.length = 0;
    await act(Withdrawals).withdraw({ author: mira.visitor, id: submission }, now());
    await settle();
    expect(heard('retiré par')).toEqual(Object.keys(listeners));
    expect(heard('zqgone')).toEqual([]);
  });
});

async function lastNumber(): Promise<number> {
  const { rows } = await world.db.owner.query<{ last: number }>(
    'select last_number as last from thread where id = $1',
    [thread],
  );
  return rows[0]?.last ?? 0;
}
