import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { endForums, startForum } from './forum-process.js';
import { Victim } from './killing.js';
import { prepareData } from './prepared-data.js';
import { setUpForum } from './set-up-forum.js';
import { WIDE } from './witnesses.js';
import { stillRound } from './still-round.js';

/** `npm run bench -- stillness` takes twenty seconds; this is long enough for whoever waits to be told. */
const STILL = 6_000;

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'palabre-still-'));
});
afterEach(endForums);
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('a forum whose PostgreSQL stands still', () => {
  it('gives kept pages at once, lets nobody wait longer than five seconds, and stores once what is sent again', async () => {
    const data = join(home, 'data');
    await prepareData(data);
    const forum = await startForum(data, { environment: WIDE });
    const category = await setUpForum(forum);
    const victim = new Victim(data);
    const { seen, forumAway, again } = await stillRound({ forum, victim, category, still: STILL });
    expect({ odd: seen.odd, kept: seen.kept }).toEqual({ odd: [], kept: [] });
    expect(seen.givenBack.length).toBeGreaterThan(0);
    // A second is for the machine, which runs other tests meanwhile.
    expect(seen.slowest).toBeLessThan(6_000);
    expect(seen.slowestKept).toBeLessThan(1_000);
    expect(forumAway).toBeLessThan(6_000);
    expect(again.every((status) => status === 303)).toBe(true);
    const stored = await victim.ask<{ text: string }>('select source as text from desk.submission');
    const told = [...seen.thanked, ...seen.givenBack.map(({ text }) => text)];
    expect(stored.map(({ text }) => text).sort()).toEqual(told.sort());
    expect(await forum.end('SIGTERM')).toEqual({ code: 0, signal: null });
  }, 60_000);
});
