import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { takeBytes } from '../../../src/desk/documents/former-bytes.js';
import { RefusedFiles } from '../../../src/submissions/documents/refused-files.js';
import { BlackedFiles } from '../../../src/uploads/blacked-files.js';
import { Keeping } from '../../../src/uploads/keeping.js';
import type { Answer } from '../../browsing.js';
import { everyByte } from '../../files/every-byte.js';
import { folderSays } from '../../files/folder-says.js';
import { pdfOf } from '../../files/made-pdf.js';
import { rowsWith } from '../../rows-with.js';
import { until } from '../../until.js';
import { openWorld, type Person, type World } from '../../world.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 120_000;
const PAGE_1 = '1 0 0 999 999';
const PAGE_2 = '2 0 0 999 999';
const PAGE_3 = '3 0 0 999 999';

let world: World;
let moderator: Person;
let ada: Person;
beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'rue', name: 'Rue', documents: 'everyone' });
  moderator = await world.member('Mo', { role: 'moderator' });
  ada = await world.member('Ada');
}, LONG);
afterAll(() => world.close());

interface Edited {
  document: string;
  thread: number;
  /** The edit that waits. */
  edit: string;
}
let keys = 0;
const newest = async (): Promise<string> => {
  const [row] = await world.writer.query<{ id: string }>(
    'select id from desk.submission order by written_at desc limit 1',
  );
  return row?.id ?? '';
};
const decide = (id: string, version: number): Promise<Answer> =>
  world
    .visitor(moderator.cookie)
    .post(`/desk/submissions/${id}/decision`, { decision: 'accept', version: String(version) });
async function editedOf(lines: string[]): Promise<Edited> {
  const fields = { title: 'La réponse', action: 'send', key: `covered-in-edits-${1000 + (keys += 1)}` };
  world.clock.advance(60_000);
  const sent = await world
    .visitor(ada.cookie)
    .send('/category/rue/threads', { ...fields, text: 'Elle est venue.' }, [{ name: 'x.pdf', bytes: pdfOf(lines) }]);
  expect(sent.status).toBe(303);
  expect((await decide(await newest(), 1)).status).toBe(303);
  const [row] = await world.reader.query<{ document: string; thread: number }>(
    'select id as document, thread_id as thread from document order by published_at desc limit 1',
  );
  const { document = '', thread = 0 } = row ?? {};
  return { document, thread, edit: await edits({ document, thread }) };
}
/** Answers the edit that waits. */
async function edits({ document, thread }: Omit<Edited, 'edit'>): Promise<string> {
  world.clock.advance(60_000);
  const [row] = await world.reader.query<{ change: number }>('select change from post where thread_id = $1', [thread]);
  const fields = { title: 'La réponse', text: `Elle est venue tard, ${(keys += 1)}.`, action: 'send' };
  const more = { key: `covered-in-edits-${1000 + keys}`, version: String(row?.change), upload: document };
  const sent = await world.visitor(ada.cookie).post(`/thread/${thread}/posts/1/edits`, { ...fields, ...more });
  expect(sent.status).toBe(303);
  return newest();
}
const covers = ({ edit }: Edited, file: string, version: number, areas: string): Promise<Answer> =>
  world
    .visitor(ada.cookie)
    .post(`/me/submissions/${edit}/documents/${file}`, { action: 'blackout', version: String(version), areas });
async function standing({ edit }: Edited): Promise<{ version: number; files: string[] }> {
  const [row] = await world.writer.query<{ version: number; documents: { id: string }[] }>(
    'select version, documents from desk.submission where id = $1',
    [edit],
  );
  return { version: row?.version ?? 0, files: row?.documents.map(({ id }) => id) ?? [] };
}
async function teamCovers({ document, thread }: Edited, areas: string, more: object = {}): Promise<Answer> {
  const [row] = await world.reader.query<{ change: number }>('select change from post where thread_id = $1', [thread]);
  const fields = { version: String(row?.change), action: 'blackout', areas, reason: 'other', remark: 'Un nom.' };
  return world.visitor(moderator.cookie).post(`/desk/documents/${document}/blackout`, { ...fields, ...more });
}
const bytes = async (path: string, cookie = ''): Promise<string> =>
  everyByte(new Uint8Array(await (await fetch(world.url + path, { headers: { cookie } })).arrayBuffer()));
const shown = ({ document }: Edited): Promise<string> => bytes(`/document/${document}/files/document.pdf`);

describe('what the team covers of a document', () => {
  it(
    'stays covered when an edit is accepted in which its author had covered something else',
    async () => {
      const at = await editedOf(['Vu par NOMAUTEUR', 'Vu par NOMEQUIPE', 'La fin']);
      expect((await covers(at, at.document, 1, PAGE_1)).status).toBe(303);
      const [made = ''] = (await standing(at)).files;
      expect((await teamCovers(at, PAGE_2)).status).toBe(303);
      expect(await standing(at)).toEqual({ version: 3, files: [at.document] });
      expect((await decide(at.edit, 2)).status).toBe(409);
      const late = await decide(at.edit, 3);
      expect([late.status, (await standing(at)).version]).toEqual([409, 3]);
      const own = `/me/submissions/${at.edit}/documents`;
      expect(await bytes(`${own}/${made}/file`, ada.cookie)).not.toContain('NOMEQUIPE');
      // Its author covers it once more, in what it is now, and sends the words anew.
      expect((await covers(at, at.document, 3, PAGE_1)).status).toBe(303);
      const { files } = await standing(at);
      const words = { title: 'La réponse', text: 'Elle est venue très tard.', upload: files, version: '4' };
      const sent = await world.visitor(ada.cookie).post(`/me/submissions/${at.edit}/correction`, words);
      expect([sent.status, sent.status === 303 ? '' : sent.text]).toEqual([303, '']);
      expect((await decide(at.edit, 5)).status).toBe(303);
      const said = await bytes(`/document/${files[0] ?? ''}/files/document.pdf`);
      expect(['NOMAUTEUR', 'NOMEQUIPE', 'La fin'].map((word) => said.includes(word))).toEqual([false, false, true]);
    },
    LONG,
  );

  it(
    'is forgotten in every file that an edit had made of it, however often its author had covered something',
    async () => {
      const at = await editedOf(['Vu par NOMUNDEUX', 'Vu par NOMOUBLIE', 'La fin']);
      expect((await covers(at, at.document, 1, PAGE_1)).status).toBe(303);
      const [made = ''] = (await standing(at)).files;
      expect((await covers(at, made, 2, PAGE_3)).status).toBe(303);
      expect((await standing(at)).files).not.toContain(at.document);
      expect((await teamCovers(at, PAGE_2, { forget: 'yes' })).status).toBe(303);
      expect(await standing(at)).toEqual({ version: 4, files: [at.document] });
      await world.app.get(Keeping).keep(world.clock.now(), new AbortController().signal);
      for (const word of ['NOMOUBLIE', 'nomoublie']) expect(await rowsWith(world.db.owner, word)).toEqual([]);
      expect(folderSays(world.config.filesDir, 'NOMOUBLIE')).toBe(false);
      expect((await decide(at.edit, 4)).status).toBe(409);
      expect(await shown(at)).not.toContain('NOMOUBLIE');
    },
    LONG,
  );

  it(
    'is in no file that its author makes of the former bytes at that very moment',
    async () => {
      const at = await editedOf(['Vu par NOMCOURSE', 'La fin']);
      const made = await world.app.get(BlackedFiles).make(at.document, { areas: [], drop: [1] }, new Date());
      const answer = await world.writer.transaction(async (tx) => {
        await tx.query('select from desk.submission where id = $1 for update', [at.edit]);
        const author = covers(at, at.document, 1, PAGE_2);
        // It was made, and its author waits for the submission.
        await until(async () => {
          const waiting = await world.db.owner.query(
            `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          );
          expect(waiting.rows).toHaveLength(1);
        }, 60_000);
        await takeBytes(tx, at.document, made, { reason: null, remark: null }, world.clock.now());
        await tx.query('select desk.show_documents($1, 1)', [at.thread]);
        return { author };
      });
      expect((await answer.author).status).toBe(409);
      expect(await standing(at)).toEqual({ version: 1, files: [at.document] });
      expect(await shown(at)).not.toContain('NOMCOURSE');
      const left = await world.writer.query('select from desk.file where blacked_out = $1', [at.document]);
      expect(left).toEqual([]);
    },
    LONG,
  );

  it(
    'is as any other file once the edit in which its author had covered it is taken back',
    async () => {
      const at = await editedOf(['Vu par NOMGARDE', 'La fin']);
      expect((await covers(at, at.document, 1, PAGE_2)).status).toBe(303);
      expect((await world.visitor(ada.cookie).post(`/me/submissions/${at.edit}/withdrawal`)).status).toBe(303);
      const listing = await edits(at);
      for (const [base, who] of [
        ['/me', ada],
        ['/desk', moderator],
      ] as const)
        expect(await bytes(`${base}/submissions/${listing}/documents/${at.document}/file`, who.cookie)).toContain(
          'NOMGARDE',
        );
      const own = `/me/submissions/${listing}/documents/${at.document}`;
      expect((await world.visitor(ada.cookie).post(own, { action: 'remove', version: '1' })).status).toBe(303);
      expect((await decide(listing, 2)).status).toBe(303);
      expect(await shown(at)).not.toContain('NOMGARDE');
      await world.app.get(RefusedFiles).forget(world.clock.now());
      await world.app.get(Keeping).keep(world.clock.now(), new AbortController().signal);
      const [row] = await world.writer.query<{ id: string }>(
        `select id::text from desk.decision where decision = 'accept' and submission_id = $1`,
        [listing],
      );
      const undone = await world
        .visitor(moderator.cookie)
        .post(`/desk/decisions/${row?.id ?? ''}/undo`, { back: '/desk' });
      expect([undone.status, undone.status === 303 ? '' : undone.text]).toEqual([303, '']);
      expect(await shown(at)).toContain('NOMGARDE');
    },
    LONG,
  );
});
