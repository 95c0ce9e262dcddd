import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { Browsing } from '../browsing.js';
import { announced, part, tus } from '../files/sent-in-parts.js';
import { until } from '../until.js';
import { MANY_FILES } from './filed.js';
import { endForums, type ForumProcess, startForum } from './forum-process.js';
import { Victim } from './killing.js';
import { prepareData } from './prepared-data.js';
import { setUpForum } from './set-up-forum.js';
import { disksForFiles } from './small-disk-for-files.js';
import { WIDE } from './witnesses.js';

const HOUR = '3600';
const MB = 1024 * 1024;
/** More than a tenth of the disk, and less than the larger files. */
const LEFT = 5 * MB;
/** Does not fit there. */
const LARGE = Buffer.alloc(6 * MB, 'rue;nombre\n');
/** Fits there, and what is made of it does not: each of these signs takes two bytes in UTF-8. */
const GROWING = Buffer.alloc(3 * MB, Buffer.from('é;é\n', 'latin1'));

const home = mkdtempSync(join(tmpdir(), 'palabre-files-disk-'));
afterEach(endForums);
afterAll(() => rmSync(home, { recursive: true, force: true }));

let keys = 0;
/** A guest sends a text, with a file or without. @returns what they read in the end */
async function sent(
  forum: ForumProcess,
  category: string,
  bytes: Uint8Array | string | null,
): Promise<{ status: number; wait: string | null; text: string | undefined; follow: string }> {
  const text = `Ce que dit le papier ${(keys += 1)}.`;
  const fields = { title: `Le papier ${keys}`, text, key: `full-files-key-${keys}`, action: 'send' };
  const browsing = new Browsing(forum.address);
  const files = bytes === null ? [] : [{ name: 'x.csv', bytes }];
  const answer = await browsing.send(`${category}/threads`, fields, files);
  const kept = answer.html().querySelector('textarea[name=text]')?.textContent.trim();
  const follow = answer.location === null ? '' : (await browsing.get(answer.location)).text;
  return { status: answer.status, wait: answer.headers.get('retry-after'), text: kept && text && kept, follow };
}

/** The same by a script: announced, then its bytes. @returns the first answer that is none of success, or the last */
async function inParts(
  forum: ForumProcess,
  category: string,
  bytes: Buffer,
): Promise<{ status: number; wait: string | null; at: string }> {
  const at = { url: forum.address };
  const begun = await announced(at, bytes.length, `${category}/threads`);
  const place = begun.headers.get('location') ?? '';
  const answer = begun.status === 201 ? await part(at, place, 0, bytes) : begun;
  return { status: answer.status, wait: answer.headers.get('retry-after'), at: place };
}

describe.each(disksForFiles(home))('a disk for files that is full: $how', (disk) => {
  it('takes no file and says when to come again, while messages go on; then it is well again by itself', async () => {
    const data = join(mkdtempSync(join(home, 'each-')), 'data');
    await prepareData(data);
    const environment = { ...WIDE, ...MANY_FILES, FILES_DIR: disk.files };
    const forum = await startForum(data, { environment, through: disk.through });
    const category = await setUpForum(forum);
    const victim = new Victim(data);
    await victim.ask(`update category set documents = 'everyone'`);
    const rows = (): Promise<{ state: string; refusal: string | null }[]> =>
      victim.ask('select state, refusal from desk.file order by sent_at, id');
    const clean = { state: 'clean', refusal: null };
    expect(await sent(forum, category, 'rue;nombre\n')).toMatchObject({ status: 303 });
    expect(await inParts(forum, category, Buffer.from('rue;nombre\n'))).toMatchObject({ status: 204 });
    await until(async () => expect(await rows()).toEqual([clean, clean]));

    disk.leave(forum, null);
    const refused = await sent(forum, category, 'rue;nombre\n');
    expect(refused).toMatchObject({ status: 503, wait: HOUR, text: `Ce que dit le papier ${keys}.` });
    expect(await inParts(forum, category, Buffer.from('rue;nombre\n'))).toMatchObject({ status: 503, wait: HOUR });
    expect(await sent(forum, category, null)).toMatchObject({ status: 303 });
    expect((await fetch(`${forum.address}/documents`)).status).toBe(200);

    // The disk is full in the middle of a file.
    disk.leave(forum, LEFT);
    const before = (await rows()).length;
    const large = await sent(forum, category, LARGE);
    expect(large).toMatchObject({ status: 503, wait: HOUR, text: `Ce que dit le papier ${keys}.` });
    expect((await rows()).length).toBe(before);
    const cut = await inParts(forum, category, LARGE);
    expect(cut).toMatchObject({ status: 503, wait: HOUR });
    const stands = await tus({ url: forum.address }, 'HEAD', cut.at);
    const come = Number(stands.headers.get('upload-offset'));
    expect([stands.status, come < LARGE.length]).toEqual([200, true]);
    expect(await sent(forum, category, null)).toMatchObject({ status: 303 });

    // And while one is made anew: nobody is told that it is broken.
    await tus({ url: forum.address }, 'DELETE', cut.at);
    const growing = await sent(forum, category, GROWING);
    expect(growing.status).toBe(303);
    if (disk.isFullForAll) {
      await until(async () => expect(forum.complained()).toContain('A file was not cleaned'), 60_000);
      expect(growing.follow).toContain('vérification en cours');
    }
    expect((await rows()).filter(({ state }) => state === 'refused')).toEqual([]);

    disk.free(forum);
    expect(await sent(forum, category, 'rue;nombre\n')).toMatchObject({ status: 303 });
    const again = await inParts(forum, category, LARGE);
    expect(again.status).toBe(204);
    await victim.ask(`select graphile_worker.add_job('keep-files', '{}')`);
    const arriving = (await rows()).filter(({ state }) => state === 'arriving');
    await until(async () => {
      const all = (await rows()).filter(({ state }) => state !== 'arriving');
      expect(all.filter(({ state }) => state !== 'clean')).toEqual([]);
    }, 60_000);
    // What was announced and never came is forgotten after two hours.
    expect(arriving.length).toBeLessThanOrEqual(1);
    expect(await forum.end('SIGTERM')).toEqual({ code: 0, signal: null });
  }, 180_000);
});
