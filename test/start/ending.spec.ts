import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startServer } from '../../src/database/embedded-server.js';
import { socketFolder } from '../../src/database/socket-folder.js';
import { Browsing } from '../browsing.js';
import { until } from '../until.js';
import { endForums, startForum } from './forum-process.js';
import { prepareData } from './prepared-data.js';
import { setUpForum } from './set-up-forum.js';

let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'palabre-ending-'));
  await prepareData(join(home, 'data'));
});
afterEach(endForums);
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('a forum that is told to stop', () => {
  it('lets an answer and a job that are under way come to their end', async () => {
    const folder = join(home, 'data', 'postgres');
    const forum = await startForum(join(home, 'data'));
    const category = await setUpForum(forum);
    const at = { host: socketFolder(folder, undefined), port: 5432, user: 'palabre', database: 'palabre' };
    const [holder, onlooker] = [new pg.Client(at), new pg.Client(at)];
    await Promise.all([holder.connect(), onlooker.connect()]);
    const job = `select graphile_worker.add_job('tidy-notices', '{}', max_attempts := 1)`;
    const due = `select from graphile_worker.jobs where task_identifier = 'tidy-notices' and run_at <= now()`;
    // Once before: both wait for four seconds at most, and what is only just starting would come too late.
    await onlooker.query(job);
    await new Browsing(forum.address).get(`${category}/threads/new`);
    await until(async () => expect((await onlooker.query(due)).rowCount).toBe(0));
    await holder.query('begin; lock table desk.submission, private.notice in access exclusive mode');
    await onlooker.query(job);
    const fields = {
      title: 'Avant la nuit',
      text: 'Un dernier relevé.',
      name: '',
      email: '',
      key: 'cle-de-la-fin-123456',
      action: 'send',
    };
    const sending = new Browsing(forum.address).post(`${category}/threads`, fields);
    const waiting = `select from pg_stat_activity where wait_event_type = 'Lock'
      and application_name = 'palabre forum'`;
    await until(async () => expect((await onlooker.query(waiting)).rowCount).toBe(2), 5_000);
    const ended = forum.end('SIGTERM');
    await until(
      async () =>
        expect(
          await fetch(`${forum.address}/healthz`).then(
            ({ status }) => status,
            () => 0,
          ),
        ).not.toBe(200),
      3_000,
    ).catch(() => undefined);
    await holder.query('rollback');
    expect((await sending).status).toBe(303);
    await Promise.all([holder.end(), onlooker.end()]);
    expect([await ended, forum.complained()]).toEqual([{ code: 0, signal: null }, '']);
    const server = await startServer(folder, { settings: { fsync: 'off' } });
    const after = new pg.Client(server.connection('palabre', 'palabre'));
    await after.connect();
    expect((await after.query('select source from desk.submission')).rows).toEqual([{ source: 'Un dernier relevé.' }]);
    expect(
      (await after.query('select from graphile_worker._private_jobs where attempts > 0 or locked_by is not null'))
        .rowCount,
    ).toBe(0);
    await after.end();
    await server.stop();
  }, 40_000);
});
