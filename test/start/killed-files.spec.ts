import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { file, filed, type Filed, MANY_FILES, wrongWithFiles } from './filed.js';
import { endForums, startForum } from './forum-process.js';
import { Victim } from './killing.js';
import { prepareData } from './prepared-data.js';
import { setUpForum } from './set-up-forum.js';
import { WIDE } from './witnesses.js';

const environment = { ...WIDE, ...MANY_FILES };

let home: string;
let data: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'palabre-killed-files-'));
  data = join(home, 'data');
  await prepareData(data);
});
afterEach(endForums);
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** When a round is killed, in milliseconds after its first byte: while files come, are cleaned, are published. */
const MOMENTS = [60, 1_200, 3_500];
const AT_ONCE = 3;

describe('a forum that is killed while files come, are cleaned and are published', () => {
  it('keeps all that it thanked for, leaves no row without its file and no file without its row', async () => {
    let forum = await startForum(data, { environment });
    const category = await setUpForum(forum);
    const victim = new Victim(data);
    // What nothing holds is published at once; what waits is never.
    await victim.ask(`update category set documents = 'everyone', hold = 'nobody', documents_held = false`);
    const sent: Filed[] = [];
    for (const [round, moment] of MOMENTS.entries()) {
      if (round === MOMENTS.length - 1) await victim.ask('update category set documents_held = true');
      // One that nobody cuts off, so that there is something to lose.
      sent.push(await file(forum, category, `tour ${round} entier`));
      const begun = Array.from({ length: AT_ONCE }, (_, nth) => file(forum, category, `tour ${round} numero ${nth}`));
      await pause(moment);
      forum.child.kill('SIGKILL');
      if (forum.child.exitCode === null && forum.child.signalCode === null) await once(forum.child, 'exit');
      sent.push(...(await Promise.all(begun)));
      forum = await startForum(data, { environment });
    }
    expect(sent.filter(({ refused }) => refused !== null)).toEqual([]);
    const thanked = sent.filter(({ followed }) => followed !== null).map(({ title }) => title);
    expect(thanked.filter((title) => title.endsWith('entier'))).toHaveLength(MOMENTS.length);
    expect(await wrongWithFiles(victim, data, 60_000)).toEqual([]);
    const rows = await filed(victim);
    const files = ['clean', 'clean'];
    for (const title of thanked) expect(rows).toContainEqual(expect.objectContaining({ title, files }));
    expect(rows.filter((row) => row.files.join() !== files.join())).toEqual([]);
    expect((await victim.ask('select from document')).length).toBeGreaterThan(0);
    expect(rows.filter(({ status }) => status === 'waiting').length).toBeGreaterThan(0);
    expect(await forum.end('SIGTERM')).toEqual({ code: 0, signal: null });
  }, 240_000);
});
