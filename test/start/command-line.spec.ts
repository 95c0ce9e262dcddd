import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { command, endForums, processesOn, startForum } from './forum-process.js';
import { prepareData } from './prepared-data.js';

let home: string;
let data: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'palabre-commands-'));
  data = join(home, 'data');
  await prepareData(data);
});
afterEach(endForums);
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('npm run palabre', () => {
  it('works beside a running forum, on the one server that it has', async () => {
    const forum = await startForum(data);
    const added = command(
      data,
      ['member', 'add', 'Zoé', '--role', 'moderator', '--password-stdin'],
      'un mot de passe bien long\n',
    );
    expect(added).toEqual({
      code: 0,
      said: expect.stringContaining('Zoé has an account now, as moderator.'),
      complained: '',
    });
    expect(processesOn(join(data, 'postgres')).filter((line) => line.includes('bin/postgres -D'))).toHaveLength(1);
    expect((await fetch(`${forum.address}/healthz`)).status).toBe(200);
    const stray = '00000000-1111-4222-8333-444444444444';
    const kept = join('kept', '00', stray);
    mkdirSync(join(data, 'files', kept), { recursive: true });
    writeFileSync(join(data, 'files', kept, 'file'), 'un relevé');
    expect(command(data, ['files', 'check'])).toMatchObject({
      code: 0,
      said: `0 files checked.\n0 missing\n0 changed\n1 unknown\n  ${stray}\n`,
    });
    const elsewhere = join(home, 'elsewhere');
    const moved = command(data, ['files', 'move', elsewhere]);
    expect([moved.code, moved.said]).toEqual([0, expect.stringContaining(`All files were copied to ${elsewhere}.`)]);
    expect(readFileSync(join(elsewhere, kept, 'file'), 'utf8')).toBe('un relevé');
    expect(command(data, ['files', 'move', elsewhere])).toEqual({
      code: 1,
      said: '',
      complained: `${elsewhere} is not empty.\n`,
    });
    rmSync(join(data, 'files', kept), { recursive: true });
    expect(await forum.end('SIGINT')).toEqual({ code: 0, signal: null });
    expect(forum.complained()).toBe('');
  });

  it('works on a forum that does not run, and leaves nothing running', () => {
    expect(command(data, ['member', 'role', 'ZOÉ', 'organizer']).said).toBe(
      'Zoé was moderator and is organizer now.\n',
    );
    expect(command(data, ['member', 'suspend', 'Zoé']).said).toBe('Zoé is suspended; their sessions have ended.\n');
    expect(processesOn(data)).toEqual([]);
  });

  it('says why it did nothing, and ends with 1', () => {
    const taken = ['member', 'add', 'zoe', '--password-stdin'];
    expect(command(data, taken, 'un mot de passe bien long')).toEqual({
      code: 1,
      said: '',
      complained: 'Somebody has this name, or one that reads like it.\n',
    });
    expect(command(data, taken, 'court')).toEqual({
      code: 1,
      said: '',
      complained: 'A password has at least 10 characters.\n',
    });
    expect(command(data, ['member', 'suspend', 'Personne'])).toEqual({
      code: 1,
      said: '',
      complained: 'Nobody has this name.\n',
    });
    expect(command(data, ['member', 'add', 'Zoé'])).toMatchObject({
      code: 1,
      complained: expect.stringContaining('--password-stdin'),
    });
  });

  it('makes no forum where there is none: a DATA_DIR with a slip in it stays empty', () => {
    const slip = join(home, 'dtaa');
    const suspended = command(slip, ['member', 'suspend', 'Zoé']);
    expect(suspended).toEqual({
      code: 1,
      said: '',
      complained: expect.stringContaining(`There is no forum in ${slip}`),
    });
    expect(existsSync(slip)).toBe(false);
  });

  it('renders a text without any forum', () => {
    expect(command(join(home, 'none'), ['render'], '{{gras}} & *it*')).toEqual({
      code: 0,
      said: '<p><strong>gras</strong> &amp; <em>it</em></p>\n',
      complained: '',
    });
    expect(processesOn(join(home, 'none'))).toEqual([]);
  });

  it('says of an import what is missing', () => {
    const nothing = command(data, ['import', 'spip', join(home, 'none.sqlite'), '--dry-run']);
    expect(nothing).toMatchObject({
      code: 1,
      said: '',
      complained: expect.stringContaining('This forum holds the sections of no site yet'),
    });
    expect(command(data, ['import', 'spip', '--help']).said).toContain('--with-emails');
  });

  it('explains itself', () => {
    const { code, said } = command(data, ['member', '--help']);
    expect(code).toBe(0);
    for (const verb of ['add', 'role', 'suspend']) expect(said).toContain(verb);
  });
});
