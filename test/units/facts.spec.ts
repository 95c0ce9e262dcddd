import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { textHash } from '../../src/submissions/text-hash.js';
import type { Visitor } from '../../src/visitors/visitor.js';
import { DeskRoom, freshKey, minutesAfter, NOON, replyDraft, verdict } from '../desk-room.js';

let room: DeskRoom;
let ada: Visitor;
let bob: Visitor;
let nadia: Visitor;
let held: number;
let open: number;
let hour = 0;

beforeAll(async () => {
  room = await DeskRoom.open();
  await room.category('held');
  await room.category('open', { hold: 'nobody' });
  ada = await room.member('Ada');
  bob = await room.member('Bob');
  nadia = await room.member('Nadia', 'moderator');
  held = (await room.thread('held', 'Tenu', 'Premier message', nadia, nadia)).thread;
  const { published } = await room.reception.submit(
    nadia,
    {
      kind: 'thread',
      category: 'open',
      title: 'Ouvert',
      text: 'Premier message',
      name: '',
      email: '',
      key: freshKey(),
      language: 'fr',
    },
    NOON,
  );
  open = published?.thread ?? 0;
});
afterAll(() => room.close());

const COPIED = 'Une offre exceptionnelle pour vos caméras, chez nous seulement, appelez vite.';

async function send(
  by: Visitor,
  thread: number,
  text: string,
): Promise<{ token: string; id: string; heldFor: string[] }> {
  hour += 1;
  const { submission: id, token } = await room.reception.submit(by, replyDraft(thread, text), minutesAfter(60 * hour));
  const row = await room.row<{ held_for: string[] }>('select held_for from desk.submission where id = $1', [id]);
  return { token, id, heldFor: row.held_for };
}

describe('a copy', () => {
  it('of what somebody else sent and nobody has published is no copy: to hold it would tell that the other one waits', async () => {
    await send(ada, held, COPIED);
    await send(room.guest, held, COPIED);
    expect((await send(bob, open, COPIED)).heldFor).toEqual([]);
  });

  it('of what was published is held, whatever its case, accents, spaces and signs', async () => {
    expect((await send(ada, open, COPIED.toUpperCase().replaceAll('É', 'E').replaceAll(' ', '  '))).heldFor).toEqual([
      'repeated',
    ]);
    expect((await send(room.guest, open, COPIED)).heldFor).toEqual(['repeated']);
    expect((await send(room.guest, open, `${COPIED} Demain.`)).heldFor).toEqual([]);
  });

  it('of what the same member sent is held, even after a refusal, until they have taken it back', async () => {
    const text = 'Un texte assez long pour que personne ne le redise par hasard.';
    const { id, token } = await send(ada, held, text);
    await room.decisions.decide(nadia, id, verdict('refuse'), minutesAfter(60 * hour));
    const again = await send(ada, open, text);
    expect(again.heldFor).toEqual(['repeated']);
    for (const each of [token, again.token]) await room.withdrawals.withdraw({ token: each }, minutesAfter(60 * hour));
    expect(await room.rows('select 1 from desk.submission where text_hash = $1', [textHash(text)])).toEqual([]);
    expect((await send(ada, open, text)).heldFor).toEqual([]);
  });

  it('is forgotten after a month, and a short one is nobody’s', async () => {
    hour += 24 * 31;
    expect((await send(ada, open, COPIED)).heldFor).toEqual([]);
    for (let at = 0; at < 3; at += 1) expect((await send(ada, open, 'Merci beaucoup !')).heldFor).toEqual([]);
    expect(textHash('Merci beaucoup !')).toBeNull();
  });
});

describe('haste', () => {
  it('holds the sixth send of a member within a minute, of nobody else and not a minute later', async () => {
    hour += 1;
    const at = minutesAfter(60 * hour);
    const sendNow = async (by: Visitor, when = at): Promise<string[]> => {
      const { submission } = await room.reception.submit(by, replyDraft(open, `Vite ${freshKey()}`), when);
      return (
        await room.row<{ held_for: string[] }>('select held_for from desk.submission where id = $1', [submission])
      ).held_for;
    };
    for (let count = 0; count < 5; count += 1) expect(await sendNow(ada)).toEqual([]);
    expect(await sendNow(ada)).toEqual(['too-fast']);
    expect(await sendNow(bob)).toEqual([]);
    for (let count = 0; count < 7; count += 1) expect(await sendNow(room.guest)).toEqual([]);
    expect(await sendNow(ada, new Date(at.getTime() + 61_000))).toEqual([]);
  });
});

describe('an account that was suspended after its session was read', () => {
  it('sends nothing any more, and nothing of it is stored', async () => {
    const gone = await room.member('Gone');
    await room.rows('update private.account set suspended_at = $2 where member_id = $1', [gone.member?.id, NOON]);
    await expect(room.reception.submit(gone, replyDraft(open, 'Encore un mot'), NOON)).rejects.toMatchObject({
      code: 'suspended',
    });
    expect(await room.rows(`select 1 from desk.submission where source = 'Encore un mot'`)).toEqual([]);
  });
});
