import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { endForums, startForum } from './forum-process.js';
import { thanked } from './kill-round.js';
import { Victim } from './killing.js';
import { setUpForum } from './set-up-forum.js';
import { sendAgain, Witnesses, WIDE } from './witnesses.js';
import { smallDisk } from './small-disk.js';

/** Long enough for the disk to be hit again and again. */
const FULL = 1_500;

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'palabre-disk-'));
  chmodSync(home, 0o711);
});
afterEach(endForums);
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('a forum whose disk is full', () => {
  it('keeps what it thanked for, goes on being read, gives each text back, and is well once there is room', async () => {
    const disk = smallDisk(home);
    const forum = await startForum(disk.data, { environment: WIDE, through: disk.through });
    const category = await setUpForum(forum);
    const victim = new Victim(disk.data);
    await fetch(`${forum.address}/`).then((answer) => answer.text());
    const witnesses = new Witnesses(forum.address, category);
    await thanked(witnesses, 3);
    disk.fill(forum, victim);
    for (let waited = 0; witnesses.seen.givenBack.length === 0 && waited < 20_000; waited += 50) await pause(50);
    await pause(FULL);
    disk.free(forum, victim);
    const begun = performance.now();
    await thanked(witnesses, witnesses.seen.thanked.length + 1);
    const well = performance.now() - begun;
    const seen = await witnesses.leave();
    expect({ odd: seen.odd, kept: seen.kept }).toEqual({ odd: [], kept: [] });
    expect(seen.givenBack.length).toBeGreaterThan(0);
    expect(well).toBeLessThan(10_000);
    expect((await sendAgain(forum.address, category, seen)).every((status) => status === 303)).toBe(true);
    const stored = await victim.ask<{ text: string }>('select source as text from desk.submission');
    const told = [...seen.thanked, ...seen.givenBack.map(({ text }) => text)];
    expect(stored.map(({ text }) => text).sort()).toEqual(told.sort());
    expect(await forum.end('SIGTERM')).toEqual({ code: 0, signal: null });
  }, 90_000);
});
