import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../until.js';
import { command, endForums, type ForumProcess, startForum } from './forum-process.js';
import { Victim } from './killing.js';
import { setUpForum } from './set-up-forum.js';
import { WIDE } from './witnesses.js';

const environment = { ...WIDE, LIMIT_UPLOAD: '100000/60' };

let home: string;
let data: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'palabre-killed-files-'));
  data = join(home, 'data');
});
afterEach(endForums);
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** When a round is killed, in milliseconds after its first byte: while files come, are cleaned, are published. */
const MOMENTS = [60, 1_200, 3_500];
const AT_ONCE = 3;
/** What was answered to those that were not thanked for. */
const refused: string[] = [];

/** Sends a text with two files; answers its title where it was thanked for. */
async function send({ address }: ForumProcess, category: string, title: string): Promise<string | null> {
  const form = new FormData();
  const fields = {
    title,
    text: 'Avec ses fichiers.',
    key: `killed-files-${title.replaceAll(' ', '-')}`,
    action: 'send',
  };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const nth of [1, 2]) form.append('file', new Blob([`${title} ${nth}\n`.repeat(2_000)]), `${nth}.txt`);
  try {
    const headers = { origin: address };
    const options = { method: 'POST', headers, body: form, redirect: 'manual' } as const;
    const answer = await fetch(`${address}${category}/threads`, options);
    if (answer.status !== 303) refused.push(`${title}: ${answer.status}`);
    return answer.status === 303 ? title : null;
  } catch {
    return null;
  }
}

describe('a forum that is killed while files come, are cleaned and are published', () => {
  it('keeps all that it thanked for, leaves no row without its file and no file without its row', async () => {
    let forum = await startForum(data, { environment });
    const category = await setUpForum(forum);
    const victim = new Victim(data);
    // What nothing holds is published at once; what waits is never.
    await victim.ask(`update category set documents = 'everyone', hold = 'nobody', documents_held = false`);
    const thanked: string[] = [];
    for (const [round, moment] of MOMENTS.entries()) {
      if (round === MOMENTS.length - 1) await victim.ask('update category set documents_held = true');
      // One that nobody cuts off, so that there is something to lose.
      thanked.push((await send(forum, category, `tour ${round} entier`)) ?? 'nobody was thanked');
      const sent = Array.from({ length: AT_ONCE }, (_, nth) => send(forum, category, `tour ${round} numero ${nth}`));
      await pause(moment);
      forum.child.kill('SIGKILL');
      if (forum.child.exitCode === null && forum.child.signalCode === null) await once(forum.child, 'exit');
      for (const title of await Promise.all(sent)) if (title !== null) thanked.push(title);
      forum = await startForum(data, { environment });
    }
    expect(refused).toEqual([]);
    await victim.ask(`select graphile_worker.add_job('keep-files', '{}')`);
    await until(
      async () => expect(await victim.ask(`select from desk.file where state = 'unchecked'`)).toEqual([]),
      60_000,
      200,
    );
    const rows = await victim.ask<{ title: string; files: string[] }>(
      `select s.title, array(select coalesce(f.state, 'gone') || coalesce(' ' || f.refusal, '')
         from jsonb_array_elements(s.documents) e left join desk.document d on d.id = (e->>'id')::uuid
         left join desk.file f on f.id = d.id) as files from desk.submission s`,
    );
    const files = ['clean', 'clean'];
    for (const title of thanked) expect(rows).toContainEqual({ title, files });
    expect(rows.filter((row) => row.files.join() !== files.join())).toEqual([]);
    const check = command(data, ['files', 'check']);
    expect([check.code, check.said]).toEqual([0, expect.stringMatching(/\n0 missing\n0 changed\n0 unknown\n/)]);
    const shown = await victim.ask<{ held: boolean; whole: boolean }>(
      `select bool_or(s.status <> 'published') as held, bool_and(f.state = 'clean') as whole
       from document d join desk.document a on a.id = d.id join desk.submission s on s.id = a.submission_id
       join desk.file f on f.id = d.id`,
    );
    expect(shown).toEqual([{ held: false, whole: true }]);
    const waiting = await victim.ask(`select from desk.submission where status = 'waiting'`);
    expect(waiting.length).toBeGreaterThan(0);
    expect(await forum.end('SIGTERM')).toEqual({ code: 0, signal: null });
  }, 240_000);
});
