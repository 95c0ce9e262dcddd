import { appendFileSync, existsSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ConsoleLogger, Logger } from '@nestjs/common';
import { Upload } from 'tus-js-client';
import { Keeping } from '../../../src/uploads/keeping.js';
import { announced, begun, FORM, halfPart, part, tus } from '../../files/sent-in-parts.js';
import { pdfOf } from '../../files/made-pdf.js';
import { until } from '../../until.js';
import { openWorld, type World } from '../../world.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 90_000;
const HOUR = 3_600_000;

let world: World;
beforeAll(async () => {
  world = await openWorld({ config: { fileBytes: 200_000 } });
  await world.category({ slug: 'rue', name: 'Rue' });
  await world.category({ slug: 'cercle', name: 'Cercle' });
  await world.category({ slug: 'sans', name: 'Sans' });
  await world.db.owner.query(
    `update category set documents = case slug when 'rue' then 'everyone' when 'cercle' then 'members' else 'nobody' end`,
  );
}, LONG);
afterAll(() => world.close());

const tokenOf = (path: string): string => path.split('/').at(-1) ?? '';
const rows = (): Promise<{ id: string; state: string; size: number; stored: number }[]> =>
  world.writer.query('select id, state, size, stored from desk.file order by sent_at');
const coming = (): string[] => {
  const folder = join(world.config.filesDir, 'coming');
  return existsSync(folder) ? readdirSync(folder) : [];
};
/** Files of the folder that this process has open. */
const open = (): string[] =>
  readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`);
      return path.startsWith(world.config.filesDir) ? [path] : [];
    } catch {
      return [];
    }
  });
const offsetOf = async (path: string): Promise<string | null> =>
  (await tus(world, 'HEAD', path)).headers.get('upload-offset');
const slip = (path: string, query = '?wait=yes') => world.visitor().get(`${path}/slip${query}`);
let keys = 0;
const send = (fields: object) =>
  world.visitor().post(FORM, {
    title: 'Un mât neuf',
    text: 'Il est apparu ce matin.',
    action: 'send',
    key: `tus-key-${String((keys += 1)).padStart(6, '0')}`,
    ...fields,
  });

describe('a file that comes before its form', () => {
  it(
    'is sent by the client that browsers load, is cleaned, and goes with the words by its token',
    async () => {
      const bytes = pdfOf(['la délibération', 'le contrat']);
      const url = await new Promise<string>((resolve, reject) => {
        const upload = new Upload(Buffer.from(bytes), {
          endpoint: `${world.url}/uploads`,
          headers: { origin: world.url },
          metadata: { form: FORM },
          chunkSize: 500,
          retryDelays: null,
          onSuccess: () => resolve(upload.url ?? ''),
          onError: reject,
        });
        upload.start();
      });
      const path = new URL(url).pathname;
      expect(tokenOf(path)).toMatch(/^[A-Za-z0-9_-]{32}$/);
      const shown = (await slip(path, '?wait=yes&prefix=reply-1&nth=3')).html();
      expect(shown.querySelector('input[name=upload]')?.getAttribute('value')).toBe(tokenOf(path));
      expect(shown.querySelector('[data-nth]')?.textContent).toBe('Fichier 3');
      expect(shown.querySelector('[data-became]')?.textContent).toContain('2\u00a0pages');
      expect((await send({ upload: ['', tokenOf(path)], uploadTitle: 'Vote' })).status).toBe(303);
      const [sent] = await world.writer.query<{ documents: { title: string }[]; pages: number; dump: string }>(
        `select s.documents, f.pages, to_jsonb(f)::text as dump
         from desk.submission s join desk.document d on d.submission_id = s.id join desk.file f on f.id = d.id`,
      );
      expect(sent).toMatchObject({ documents: [{ title: 'Vote' }], pages: 2 });
      expect(sent?.dump).not.toMatch(/JeanDupont|secret/);
      expect(coming()).toEqual([]);
    },
    LONG,
  );

  it(
    'goes on where its connection broke, as the server has it, and is whole at the end',
    async () => {
      const text = 'Le premier mât. Le deuxième mât. Le troisième mât.';
      const length = Buffer.byteLength(text);
      const path = await begun(world, length);
      const [row] = (await rows()).filter(({ state }) => state === 'arriving');
      const sending = await halfPart(world, path, 0, { bytes: 'Le premier', of: length });
      const lies = join(world.config.filesDir, 'coming', row?.id ?? '');
      await until(async () => expect(existsSync(lies) && readFileSync(lies, 'utf8')).toBe('Le premier'));
      sending.destroy();
      await until(async () => expect(open()).toEqual([]));
      await until(async () => expect(await offsetOf(path)).toBe('10'));
      const rest = await part(world, path, 10, Buffer.from(text).subarray(10));
      expect([rest.status, rest.headers.get('upload-offset')]).toEqual([204, String(length)]);
      expect((await slip(path)).status).toBe(200);
      expect(
        readFileSync(join(world.config.filesDir, 'kept', row?.id.slice(0, 2) ?? '', row?.id ?? '', 'file'), 'utf8'),
      ).toContain(text);
      // The answer to the last part may be lost, too: then this says that nothing is missing.
      const told = await tus(world, 'HEAD', path);
      expect([told.headers.get('upload-offset'), told.headers.get('upload-length')]).toEqual([
        String(length),
        String(length),
      ]);
    },
    LONG,
  );

  it(
    'is no fault of the database where its connection breaks behind the last byte, and is asked for once more',
    async () => {
      const path = await begun(world, 10);
      const connections = (): Promise<number> =>
        new Promise((tell) => world.app.getHttpServer().getConnections((_: unknown, count: number) => tell(count)));
      const before = await connections();
      const written: string[] = [];
      const spies = [process.stdout, process.stderr].map((stream) =>
        jest.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0),
      );
      try {
        Logger.overrideLogger(new ConsoleLogger());
        new Logger('test').error('what is logged is seen here');
        expect(written.splice(0).join('')).toContain('what is logged');
        await world.db.owner.query('begin; lock table desk.file in access exclusive mode');
        const sending = await halfPart(world, path, 0, { bytes: '0123456789', of: 10 });
        const waiting = `select from pg_locks where not granted and relation = 'desk.file'::regclass`;
        await until(async () => expect((await world.db.owner.query(waiting)).rowCount).toBe(1));
        sending.destroy();
        await until(async () => expect(await connections()).toBe(before));
        await world.db.owner.query('commit');
        await until(async () => expect((await part(world, path, 0, '0123456789')).status).toBe(204));
        expect(written.filter((line) => line.includes('ERROR'))).toEqual([]);
      } finally {
        for (const spy of spies) spy.mockRestore();
      }
    },
    LONG,
  );

  it(
    'is taken over by a new connection while the lost one still seems to be there',
    async () => {
      const path = await begun(world, 20);
      const lost = await halfPart(world, path, 0, { bytes: '0123456789', of: 20 });
      const [row] = (await rows()).filter(({ state }) => state === 'arriving');
      const lies = join(world.config.filesDir, 'coming', row?.id ?? '');
      await until(async () => expect(existsSync(lies) && readFileSync(lies, 'utf8')).toBe('0123456789'));
      expect(await offsetOf(path)).toBe('10');
      expect((await part(world, path, 10, 'abcdefghij')).status).toBe(204);
      lost.destroy();
      expect((await slip(path)).status).toBe(200);
      expect(open()).toEqual([]);
    },
    LONG,
  );

  it(
    'goes on where its row says after a crash, whatever lies behind that, and begins anew where nothing lies',
    async () => {
      const path = await begun(world, 20);
      await part(world, path, 0, '0123456789');
      const [id = ''] = coming();
      const lies = join(world.config.filesDir, 'coming', id);
      appendFileSync(lies, 'half of a part');
      expect(await offsetOf(path)).toBe('10');
      expect((await part(world, path, 10, 'abcdefghij')).status).toBe(204);
      await slip(path);
      expect(readFileSync(join(world.config.filesDir, 'kept', id.slice(0, 2), id, 'file'), 'utf8').trim()).toBe(
        '0123456789abcdefghij',
      );
      const other = await begun(world, 20);
      await part(world, other, 0, '0123456789');
      rmSync(join(world.config.filesDir, 'coming', coming()[0] ?? ''));
      expect((await part(world, other, 10, 'abcdefghij')).status).toBe(404);
      expect((await rows()).filter(({ state }) => state === 'arriving')).toEqual([]);
    },
    LONG,
  );

  it(
    'is not lost where the database was away when it became whole',
    async () => {
      const path = await begun(world, 20);
      await part(world, path, 0, '0123456789');
      const [id = ''] = coming();
      // The row can be read, and what is to be written waits until it may not wait any longer.
      await world.db.owner.query('begin');
      await world.db.owner.query('select from desk.file where id = $1 for update', [id]);
      expect((await part(world, path, 10, 'abcdefghij')).status).toBeGreaterThanOrEqual(500);
      await world.db.owner.query('rollback');
      expect(await offsetOf(path)).toBe('10');
      // As where a process was killed behind the last byte, before its row was told.
      rmSync(join(world.config.filesDir, 'coming', id));
      writeFileSync(join(world.config.filesDir, 'came', id), '0123456789abcdefghij');
      const again = await part(world, path, 10, 'abcdefghij');
      expect([again.status, again.headers.get('upload-offset')]).toEqual([204, '20']);
      await slip(path);
      expect(readFileSync(join(world.config.filesDir, 'kept', id.slice(0, 2), id, 'file'), 'utf8').trim()).toBe(
        '0123456789abcdefghij',
      );
    },
    LONG,
  );

  it(
    'is thrown away by whoever has its token, with what has come of it',
    async () => {
      const path = await begun(world, 20);
      const before = (await rows()).length;
      await part(world, path, 0, '0123456789');
      expect(coming()).toHaveLength(1);
      expect((await tus(world, 'DELETE', path)).status).toBe(204);
      expect([(await rows()).length, coming()]).toEqual([before - 1, []]);
      expect((await tus(world, 'HEAD', path)).status).toBe(404);
    },
    LONG,
  );

  it(
    'waits two hours for its rest, and then nothing of it is left',
    async () => {
      const path = await begun(world, 20);
      const before = (await rows()).length;
      await part(world, path, 0, '0123456789');
      const keeping = world.app.get(Keeping, { strict: false });
      const round = () => keeping.keep(world.clock.now(), new AbortController().signal);
      world.clock.advance(2 * HOUR - 1_000);
      await round();
      const head = await tus(world, 'HEAD', path);
      expect([head.status, head.headers.get('upload-offset')]).toEqual([200, '10']);
      expect(Date.parse(head.headers.get('upload-expires') ?? '')).toBeGreaterThan(
        world.clock.now().getTime() - 1_000,
      );
      world.clock.advance(2_000);
      expect((await part(world, path, 10, '0123456789')).status).toBe(404);
      await round();
      expect([(await rows()).length, coming()]).toEqual([before - 1, []]);
    },
    LONG,
  );

  it(
    'counts as large as it is announced, from the start',
    async () => {
      const path = await begun(world, 150_000);
      expect((await rows()).find(({ state }) => state === 'arriving')).toMatchObject({ size: 0, stored: 150_000 });
      await tus(world, 'DELETE', path);
    },
    LONG,
  );

  it(
    'says in its slip why it was not taken',
    async () => {
      const bytes = '<svg xmlns="http://www.w3.org/2000/svg"></svg>';
      const path = await begun(world, bytes.length);
      await part(world, path, 0, bytes);
      const answer = await slip(path);
      expect([answer.status, answer.html().querySelector('[data-not-taken] [data-why]')?.textContent]).toEqual([
        200,
        expect.stringContaining('SVG'),
      ]);
      expect(answer.html().querySelector('input')).toBeNull();
    },
    LONG,
  );
});

describe('what is refused', () => {
  const words = async (answer: Response): Promise<string> => {
    const text = await answer.text();
    return /data-why[^>]*>([^<]+)</.exec(text)?.[1] ?? '';
  };

  it.each([
    ['an empty one', 0, FORM, 422, 'vide'],
    ['one that is too large', 200_001, FORM, 413, 'trop grand'],
    ['one for a form that takes no files', 10, '/category/sans/threads', 422, 'ne prend pas de fichiers'],
    ['a guest’s where only members may', 10, '/category/cercle/threads', 422, 'ne prend pas de fichiers'],
    ['one for no form', 10, '/nowhere', 422, 'ne prend pas de fichiers'],
    ['one for an address that cannot be read', 10, '/category/%E0%A4%A', 422, 'ne prend pas de fichiers'],
  ])('%s, in words', async (_, length, form, status, said) => {
    const before = (await rows()).length;
    const answer = await announced(world, length, form);
    expect([answer.status, await words(answer)]).toEqual([status, expect.stringContaining(said)]);
    expect(await rows()).toHaveLength(before);
  });

  it.each([
    ['no length', { 'upload-length': '' }, 400],
    ['a length that is no number', { 'upload-length': '1e3' }, 400],
    ['a length below nothing', { 'upload-length': '-1' }, 400],
    ['another version', { 'tus-resumable': '0.2.2' }, 412],
    ['another site', { origin: 'https://elsewhere.test' }, 403],
  ])('an announcement with %s', async (_, headers, status) => {
    expect((await announced(world, 10, FORM, headers)).status).toBe(status);
  });

  it.each([
    ['from another place than where it stands', 3, '0123', {}, 409],
    ['from nowhere', 0, '0123', { 'upload-offset': '' }, 400],
    ['of another kind', 0, '0123', { 'content-type': 'text/plain' }, 415],
    ['as a form', 0, 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['that is more than was announced', 0, '0123456789x', {}, 413],
    ['from another site', 0, '0123', { origin: 'https://elsewhere.test' }, 403],
    ['in another version', 0, '0123', { 'tus-resumable': '2.0.0' }, 412],
  ])('a part %s', async (_, offset, bytes, headers, status) => {
    const path = await begun(world, 10);
    const answer = await part(world, path, offset, bytes, headers);
    expect(answer.status).toBe(status);
    expect([await offsetOf(path), open()]).toEqual(['0', []]);
    await tus(world, 'DELETE', path);
  });

  it('whatever has a token that is none', async () => {
    const path = `/uploads/${'A'.repeat(32)}`;
    const answers = [
      await tus(world, 'HEAD', path),
      await part(world, path, 0, 'x'),
      await tus(world, 'DELETE', path),
      await tus(world, 'HEAD', '/uploads/1'),
    ];
    expect([...answers.map(({ status }) => status), (await slip(path)).status]).toEqual([404, 404, 404, 404, 404]);
  });

  it('a part of a file where forms are sent', async () => {
    expect((await part(world, FORM, 0, 'x')).status).toBe(415);
    expect((await tus(world, 'POST', FORM, { 'content-type': 'application/offset+octet-stream' }, 'x')).status).toBe(
      415,
    );
  });

  it(
    'whatever is to be changed of a file that belongs to something already',
    async () => {
      const path = await begun(world, 10);
      await part(world, path, 0, 'une ligne.');
      await slip(path);
      expect((await send({ upload: tokenOf(path) })).status).toBe(303);
      const answers = [await part(world, path, 10, 'x'), await tus(world, 'DELETE', path)];
      expect(answers.map(({ status }) => status)).toEqual([409, 409]);
      expect((await tus(world, 'HEAD', path)).status).toBe(404);
      expect((await send({ upload: tokenOf(path) })).status).toBe(409);
    },
    LONG,
  );

  it(
    'a form with a file that is not whole',
    async () => {
      const path = await begun(world, 20);
      await part(world, path, 0, '0123456789');
      const answer = await send({ upload: tokenOf(path) });
      expect([answer.status, answer.text.includes('n’est plus là')]).toEqual([422, true]);
      await tus(world, 'DELETE', path);
    },
    LONG,
  );

  it(
    'a fifth file at once of one network, with the moment to try again, and the place is free afterwards',
    async () => {
      const paths = await Promise.all([1, 2, 3, 4, 5].map(() => begun(world, 20)));
      const held = await Promise.all(
        paths.slice(0, 4).map((path) => halfPart(world, path, 0, { bytes: '0123456789', of: 20 })),
      );
      await until(async () => expect(open()).toHaveLength(4));
      const [last = ''] = paths.slice(4);
      const busy = await part(world, last, 0, '0123456789');
      expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '30']);
      held[0]?.destroy();
      await until(async () => expect(open()).toHaveLength(3));
      await until(async () => expect((await part(world, last, 0, '0123456789')).status).toBe(204));
      for (const each of held) each.destroy();
      await until(async () => expect(open()).toEqual([]));
      for (const path of paths) await tus(world, 'DELETE', path);
    },
    LONG,
  );
});
