import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../until.js';
import { endForums, startForum } from './forum-process.js';
import { killRound } from './kill-round.js';
import { Victim } from './killing.js';
import { prepareData } from './prepared-data.js';
import { setUpForum } from './set-up-forum.js';
import { WIDE } from './witnesses.js';

let home: string;
let data: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'palabre-kills-'));
  data = join(home, 'data');
  await prepareData(data);
});
afterEach(endForums);
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('a forum whose PostgreSQL is killed under readers, writers and jobs', () => {
  // One of the twenty that `npm run bench -- kills` does.
  it('goes on without a restart, loses nothing that it thanked for, stores nothing twice', async () => {
    const forum = await startForum(data, { environment: WIDE });
    const category = await setUpForum(forum);
    const victim = new Victim(data);
    const told = new Set<string>();
    for (let turn = 0; turn < 1; turn++) {
      const { seen, forumAway, again } = await killRound(forum, victim, category);
      expect({ odd: seen.odd, kept: seen.kept }).toEqual({ odd: [], kept: [] });
      expect(seen.away).toBeGreaterThan(0);
      expect(seen.keptAnswers).toBeGreaterThan(0);
      expect(forumAway).toBeLessThan(5_000);
      expect(again.every((status) => status === 303)).toBe(true);
      for (const text of [...seen.thanked, ...seen.givenBack.map((each) => each.text)]) told.add(text);
    }
    const stored = await victim.ask<{ text: string }>('select source as text from desk.submission');
    expect(stored.map(({ text }) => text).sort()).toEqual([...told].sort());
    await until(
      async () =>
        expect(
          await victim.ask(`select from graphile_worker._private_jobs where locked_by is not null or run_at <= now()`),
        ).toEqual([]),
      15_000,
      200,
    );
    expect(forum.complained().match(/The database is away/g)?.length).toBeLessThan(4);
    expect(forum.complained()).not.toMatch(/\[Palabre\].*(GET|POST) /);
    expect(forum.child.exitCode).toBeNull();
    expect(await forum.end('SIGTERM')).toEqual({ code: 0, signal: null });
  }, 60_000);
});
