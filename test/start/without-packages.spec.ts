import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { Browsing } from '../browsing.js';
import { scanned } from '../files/scanned.js';
import { until } from '../until.js';
import { MANY_FILES } from './filed.js';
import { endForums, startForum } from './forum-process.js';
import { Victim } from './killing.js';
import { prepareData } from './prepared-data.js';
import { setUpForum } from './set-up-forum.js';
import { WIDE } from './witnesses.js';

/** As if npm had left them out: no process of the forum finds them. */
const LEFT_OUT = `
  const { Module } = require('node:module');
  const usual = Module._resolveFilename;
  Module._resolveFilename = function (name, ...more) {
    if (/^(tesseract\\.js|@tesseract\\.js-data)/.test(name)) throw Object.assign(new Error(name), { code: 'MODULE_NOT_FOUND' });
    return usual.call(this, name, ...more);
  };`;

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'palabre-without-'));
  writeFileSync(join(home, 'left-out.cjs'), LEFT_OUT);
});
afterEach(endForums);
afterAll(() => rmSync(home, { recursive: true, force: true }));

it('starts without the packages that read scans: documents are there, and their pages say that they have no words', async () => {
  const environment = { ...WIDE, ...MANY_FILES, NODE_OPTIONS: `--require ${join(home, 'left-out.cjs')}` };
  const data = join(home, 'data');
  await prepareData(data);
  const forum = await startForum(data, { environment });
  const category = await setUpForum(forum);
  const victim = new Victim(data);
  await victim.ask(`update category set documents = 'everyone', hold = 'nobody', documents_held = false`);
  const guest = new Browsing(forum.address);
  const fields = { title: 'Une réponse', text: 'La voici.', key: 'without-packages-1', action: 'send' };
  const sent = await guest.send(`${category}/threads`, fields, [{ name: 'x', bytes: scanned(['Un bail']) }]);
  expect([sent.status, sent.status === 303 ? '' : sent.text]).toEqual([303, '']);
  const shown = async (): Promise<string | undefined> =>
    (await victim.ask<{ id: string }>('select id from document')).map(({ id }) => id)[0];
  await until(async () => expect(await shown()).toBeDefined(), 60_000, 200);
  const lead = await guest.get(`/document/${await shown()}`);
  expect((await guest.get(lead.location ?? '')).text).toContain('c’est une image');
  // The job that reads has come round and has nothing to do.
  await until(async () =>
    expect(
      await victim.ask(
        `select from graphile_worker.jobs where task_identifier = 'recognise-pages' and attempts = 0
          and run_at > now()`,
      ),
    ).toHaveLength(1),
  );
  expect(forum.said() + forum.complained()).toContain('Scanned pages are not read: an optional package was left out.');
  expect(await forum.end('SIGTERM')).toEqual({ code: 0, signal: null });
}, 120_000);
