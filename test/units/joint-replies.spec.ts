import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { isAway } from '../../src/database/away.js';
import { setTimeout as pause } from 'node:timers/promises';
import type { Writer } from '../../src/database/writer.js';
import { Conflict, Forbidden, Invalid } from '../../src/errors/errors.js';
import { Reception } from '../../src/reception/reception.js';
import type { Submitted } from '../../src/submissions/draft.js';
import { DeskRoom, freshKey, minutesAfter, NOON, replyDraft, threadDraft } from '../desk-room.js';

let room: DeskRoom;
let thread: number;
let open: number;

beforeAll(async () => {
  room = await DeskRoom.open();
  await room.category('held');
  await room.category('open', { hold: 'nobody' });
  const ada = await room.member('Ada');
  const moderator = await room.member('Nadia', 'moderator');
  thread = (await room.thread('held', 'Un sujet', 'Premier message', ada, moderator)).thread;
  const opened = await room.reception.submit(room.guest, threadDraft('open', 'Un autre', 'Premier message'), NOON);
  open = opened.published?.thread ?? 0;
  // What PostgreSQL makes of two words, since no text that comes this far is refused by it.
  await room.rows(`create function desk.broken() returns trigger language plpgsql as $$
    begin
      if new.source like '%unstorable%' then raise exception 'no' using errcode = '22000'; end if;
      if new.source like '%crash%' then perform pg_terminate_backend(pg_backend_pid()); end if;
      return new;
    end $$`);
  await room.rows(
    'create trigger broken before insert on desk.submission for each row execute function desk.broken()',
  );
});
afterAll(() => room.close());

function send(text: string, more: { key?: string } = {}, to = thread): Promise<Submitted> {
  return room.reception.submit(room.guest, replyDraft(to, text, more), NOON);
}

/** Of those whose text begins so, in the order of the queue. */
function stored(start: string): Promise<{ source: string; transaction: string; versions: number }[]> {
  return room.rows(
    `select source, xmin::text as transaction, (select count(*)::int from desk.submission_version v
       where v.submission_id = s.id and v.source = s.source and v.written_by = 'author') as versions
     from desk.submission s where source like $1 || '%' order by written_at, source`,
    [start],
  );
}

it('replies that come while one is being stored share a transaction, each as it was sent and with its own answer', async () => {
  const sent = await Promise.all(
    Array.from({ length: 11 }, (_, at) =>
      room.reception.submit(
        room.guest,
        replyDraft(thread, `Ensemble ${String(at).padStart(2, '0')}`),
        new Date(NOON.getTime() + at),
      ),
    ),
  );
  const rows = await stored('Ensemble');
  expect(rows.map(({ source }) => source)).toEqual(sent.map((_, at) => `Ensemble ${String(at).padStart(2, '0')}`));
  expect(new Set(rows.map(({ versions }) => versions))).toEqual(new Set([1]));
  // The first one waits for nobody.
  expect(new Set(rows.map(({ transaction }) => transaction)).size).toBe(2);
  const followed = await Promise.all(sent.map(({ token }) => room.own.one({ token })));
  expect(followed.map((one) => one?.text)).toEqual(rows.map(({ source }) => source));
  expect(followed.map((one) => one?.id)).toEqual(sent.map(({ submission }) => submission));
});

it('however many share a transaction, it asks the database the same few questions', async () => {
  const asked: number[] = [];
  const counting: Pick<Writer, 'transaction'> = {
    transaction: (work) =>
      room.db.writer.transaction((tx) => {
        const at = asked.push(0) - 1;
        const query: typeof tx.query = (sql, parameters) => {
          asked[at] = (asked[at] ?? 0) + 1;
          return tx.query(sql, parameters);
        };
        return work({ ...tx, query });
      }),
  };
  const reception = new Reception(counting as Writer, room.submissions);
  const sent = Array.from({ length: 9 }, (_, at) => {
    return reception.submit(room.guest, replyDraft(thread, `Compté ${at}`), NOON);
  });
  await Promise.all(sent);
  expect(await stored('Compté')).toHaveLength(9);
  // The first one is stored alone, the others together.
  expect(asked).toHaveLength(2);
  expect(asked[1]).toBe(asked[0]);
});

it('of those that share a transaction each is screened for what it says itself, and for whoever sends it', async () => {
  await room.member('Zoe');
  const copied = 'Une phrase assez longue pour que personne ne la tape deux fois par hasard, ici ou ailleurs.';
  await room.reception.submit(room.guest, replyDraft(open, copied), NOON);
  await room.rows(`insert into desk.blocked_word (word, list) values ('pilule', 'hold'), ('casino', 'refuse')`);
  const sent = await Promise.allSettled([
    send('Soi-même, avant'),
    send('Soi-même, sans rien'),
    room.reception.submit(room.guest, { ...replyDraft(thread, 'Soi-même, en son nom'), name: 'zoé' }, NOON),
    send(copied),
    send('Soi-même, une pilule'),
    send('Soi-même, un casino'),
    send('Soi-même, sans rien non plus'),
  ]);
  await room.rows('delete from desk.blocked_word');
  const refused = sent.map((one) => (one.status === 'rejected' ? (one.reason as unknown) : null));
  expect(refused).toEqual([
    null,
    null,
    new Invalid({ name: 'name-of-member' }),
    null,
    null,
    new Forbidden('blocked-word', { word: 'casino' }),
    null,
  ]);
  const ids = sent.map((one) => (one.status === 'rejected' ? null : one.value.submission));
  const rows = await room.rows<{ id: string; why: string[] }>(
    'select id, held_for as why from desk.submission where id = any($1)',
    [ids.filter((id) => id !== null)],
  );
  const held = ids.map((id) => rows.find((row) => row.id === id)?.why ?? null);
  expect(held.slice(1)).toEqual([
    held[0],
    null,
    expect.arrayContaining(['repeated']),
    expect.arrayContaining(['blocked-word:pilule']),
    null,
    held[0],
  ]);
  expect(held[0]).not.toContain('repeated');
});

it('a key that was used, for the same text or for another one, is found among those that share a transaction', async () => {
  const [used, other] = [freshKey(), freshKey()];
  const first = await send('Trouvée, la première', { key: used });
  await send('Trouvée, la deuxième', { key: other });
  const [, fresh, again, wrong] = await Promise.allSettled([
    send('Trouvée, avant'),
    send('Trouvée, neuve'),
    send('Trouvée, la première', { key: used }),
    send('Trouvée, un autre texte', { key: other }),
  ]);
  expect(fresh).toMatchObject({ status: 'fulfilled' });
  expect(again).toEqual({ status: 'fulfilled', value: first });
  expect(wrong).toEqual({ status: 'rejected', reason: new Conflict('key-used') });
  expect(await stored('Trouvée')).toHaveLength(4);
});

it('those that are answered and send again share the next transaction with those that waited for it', async () => {
  const rounds = 4;
  await Promise.all(
    Array.from({ length: 10 }, async (_, who) => {
      for (let round = 0; round < rounds; round++) {
        await send(`Encore ${who} ${round}`);
        // An answer takes its way, and so does what comes after it: of some later than of others.
        if (who > 0) await pause(1);
      }
    }),
  );
  const transactions = (await stored('Encore')).map(({ transaction }) => transaction);
  expect(transactions).toHaveLength(10 * rounds);
  // One more than rounds, because the very first one waits for nobody.
  expect(new Set(transactions).size).toBeLessThanOrEqual(rounds + 1);
});

it('of two with one key the same is stored once, and another text is refused', async () => {
  const key = freshKey();
  const [, first, again, other] = await Promise.allSettled([
    send('Clef, avant'),
    send('Clef, une fois', { key }),
    send('Clef, une fois', { key }),
    send('Clef, autre texte', { key }),
  ]);
  expect(first).toMatchObject({ status: 'fulfilled' });
  expect(again).toEqual(first);
  expect(other).toMatchObject({ status: 'rejected', reason: new Conflict('key-used') });
  expect((await stored('Clef')).map(({ source }) => source)).toEqual(['Clef, avant', 'Clef, une fois']);
});

it('one that is refused leaves the others their transaction', async () => {
  const [, , refused] = await Promise.allSettled([send('Refus 1'), send('Refus 2'), send(' '), send('Refus 3')]);
  expect(refused).toMatchObject({ status: 'rejected' });
  expect((refused as PromiseRejectedResult).reason).toBeInstanceOf(Invalid);
  const rows = await stored('Refus');
  expect(rows).toHaveLength(3);
  expect(new Set(rows.map(({ transaction }) => transaction)).size).toBe(2);
});

it('one that PostgreSQL refuses fails alone, and the others are stored', async () => {
  const sent = await Promise.allSettled(
    Array.from({ length: 10 }, (_, at) => send(at === 5 ? 'Échec unstorable' : `Échec ${at}`)),
  );
  expect(sent.map(({ status }) => status)).toEqual(sent.map((_, at) => (at === 5 ? 'rejected' : 'fulfilled')));
  expect(await stored('Échec')).toHaveLength(9);
});

it('where the connection breaks in between nothing was answered and nothing is stored; sent again, each is, once', async () => {
  const keys = Array.from({ length: 4 }, freshKey);
  const texts = ['Rupture 0', 'Rupture 1', 'Rupture crash', 'Rupture 2'];
  const [first, ...broken] = await Promise.allSettled(texts.map((text, at) => send(text, { key: keys[at] ?? '' })));
  expect(first).toMatchObject({ status: 'fulfilled' });
  for (const each of broken) expect(each.status === 'rejected' && isAway(each.reason)).toBe(true);
  expect(await stored('Rupture')).toHaveLength(1);
  await room.rows('drop trigger broken on desk.submission');
  await Promise.all(texts.map((text, at) => send(text, { key: keys[at] ?? '' })));
  expect((await stored('Rupture')).map(({ source }) => source)).toEqual(texts.toSorted());
});

it('where nothing holds them all are published, one after the other', async () => {
  const sent = await Promise.all(['Vu 1', 'Vu 2', 'Vu 3', 'Vu 4'].map((text) => send(text, {}, open)));
  const numbers = sent.map(({ published }) => published?.number ?? 0).sort((one, other) => one - other);
  expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at));
  expect(new Set(sent.map(({ published }) => published?.thread))).toEqual(new Set([open]));
});

it('one that waits for a lock keeps those of other threads waiting not at all', async () => {
  await room.rows('begin');
  await room.rows('select 1 from thread where id = $1 for update', [thread]);
  const held = Promise.all([send('Verrou 1'), send('Verrou 2')]);
  const elsewhere = await room.reception.submit(room.guest, replyDraft(open, 'Ailleurs'), minutesAfter(1));
  expect(elsewhere.published).not.toBeNull();
  expect(await stored('Verrou')).toEqual([]);
  await room.rows('commit');
  await held;
  expect(await stored('Verrou')).toHaveLength(2);
});
