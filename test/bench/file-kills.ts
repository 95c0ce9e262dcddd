import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, Browsing } from '../browsing.js';
import { ComingTexts } from './coming-files.js';
import { file, filed, type Filed, MANY_FILES, wrongWithFiles } from '../start/filed.js';
import { type ForumProcess, startForum } from '../start/forum-process.js';
import { Victim } from '../start/killing.js';
import { PASSWORD, setUpForum } from '../start/set-up-forum.js';
import { WIDE } from '../start/witnesses.js';
import type { Ground } from './bench.js';
import { median, type Row, short } from './table.js';

/** How many kills; `KILLS=20` for fewer. */
const ROUNDS = Number(process.env['KILLS'] ?? 200);
/**
 * Of each round: texts with two files that nothing holds, those that wait, those whose files come in parts before them,
 * acceptances, texts that are taken back.
 */
const OPEN = 2;
const HELD = 2;
const IN_PARTS = 2;
const ACTS = 2;
/** The longest until the kill, in milliseconds: files have come, are cleaned, and some are published. */
const LONGEST = 4_000;
const PATIENCE = 900_000;

/** What people have asked for so far, and what was answered. */
class Asked {
  readonly sent: Filed[] = [];
  readonly coming: ComingTexts;
  readonly accept = { tried: new Set<string>(), done: new Set<string>() };
  readonly withdraw = { tried: new Set<string>(), done: new Set<string>() };
  /** The way to follow each text that was thanked for, by its id. */
  readonly followed = new Map<string, string>();
  readonly odd: string[] = [];

  constructor(category: string) {
    this.coming = new ComingTexts(category);
  }
}

/**
 * The forum killed two hundred times while files come, at once or in parts, are cleaned, accepted and taken back;
 * `npm test` does it three times.
 * Throws when anything was lost or left over, or is shown that was not accepted.
 */
export async function run({ say }: Ground): Promise<Row[]> {
  const home = mkdtempSync(join(tmpdir(), 'palabre-file-kills-'));
  const data = join(home, 'data');
  const environment = { ...WIDE, ...MANY_FILES, PROXIES: '127.0.0.1' };
  let forum = await startForum(data, { environment });
  try {
    const open = await setUpForum(forum);
    const victim = new Victim(data);
    const held = await heldCategory(victim, open);
    const browsing = new Browsing(forum.address);
    await browsing.post('/login', { name: 'Solène', password: PASSWORD });
    const [asked, starts, begun]: [Asked, number[], number] = [new Asked(open), [], performance.now()];
    for (let turn = 1; turn <= ROUNDS; turn++) {
      // One that nobody cuts off, so that there is something to accept and to take back.
      asked.sent.push(await file(forum, held, `tenu ${turn}`));
      const waiting = await victim.ask<{ id: string }>(
        `select id from desk.submission where status = 'waiting' order by written_at limit ${ACTS}`,
      );
      for (let nth = 0; nth < IN_PARTS; nth++) asked.coming.begin(`repris ${turn} ${nth}`);
      const moderator = new Browsing(forum.address, browsing.cookie);
      const round = under(forum, { turn, open, held, waiting: waiting.map(({ id }) => id), moderator }, asked);
      const moment = Math.random() * LONGEST;
      await pause(moment);
      forum.child.kill('SIGKILL');
      if (forum.child.exitCode === null && forum.child.signalCode === null) await once(forum.child, 'exit');
      await round;
      forum = await startForum(data, { environment });
      starts.push(forum.took);
      await follow(victim, asked);
      const { accept, withdraw, followed, coming } = asked;
      const odd = [...asked.odd, ...coming.odd];
      const whole = coming.all.filter(({ isThanked }) => isThanked);
      const of = ({ tried, done }: Asked['accept']): string => `${done.size} of ${tried.size}`;
      say(
        `kill ${turn} of ${ROUNDS} after ${short(moment, 'ms')}, ${seconds(begun)} in all: ${followed.size} thanked for, ${whole.length} of ${coming.all.length} in parts, ${of(accept)} accepted, ${of(withdraw)} taken back`,
      );
      if (odd.length > 0) throw new Error(`odd answers: ${odd.slice(0, 5).join('; ')}`);
    }
    for (let filed = await asked.coming.goOn(forum); filed.length > 0; filed = await asked.coming.goOn(forum))
      asked.sent.push(...filed);
    await follow(victim, asked);
    const wrong = [
      ...asked.odd,
      ...asked.coming.odd,
      ...(await asked.coming.wrong(victim)),
      ...(await wrongWithFiles(victim, data, PATIENCE)),
      ...(await wrongWithTexts(victim, asked)),
    ];
    if (wrong.length > 0) throw new Error(`${wrong.length} wrong: ${wrong.slice(0, 5).join('; ')}`);
    const { sent, accept, withdraw, followed, coming } = asked;
    return [
      {
        what: `${ROUNDS} kills under ${sent.length} texts with two files, ${coming.all.length} of them in parts, ${accept.tried.size} acceptances and ${withdraw.tried.size} withdrawals: lost, left over or shown too early`,
        ours: 'none',
        besides: `${followed.size} thanked for, ${accept.done.size} accepted, ${withdraw.done.size} taken back`,
      },
      { what: 'same, until the next start listens, half of them', ours: short(median(starts), 'ms') },
    ];
  } finally {
    await forum.end('SIGTERM');
    rmSync(home, { recursive: true, force: true });
  }
}

function seconds(begun: number): string {
  return `${Math.round((performance.now() - begun) / 1000)} s`;
}

/** Nothing holds a text, but one with files in another category than `open`. Answers the address of that one. */
async function heldCategory(victim: Victim, open: string): Promise<string> {
  await victim.ask(`update category set documents = 'everyone', hold = 'nobody', documents_held = false`);
  const [row] = await victim.ask<{ slug: string }>(
    `update category set documents_held = true, opens = 'everyone', guests_write = true
     where id = (select max(id) from category where slug <> '${open.split('/').at(-1) ?? ''}') returning slug`,
  );
  if (row === undefined) throw new Error('a new forum has one category alone');
  return `/category/${row.slug}`;
}

interface Round {
  turn: number;
  open: string;
  held: string;
  /** Ids of what is to be accepted. */
  waiting: string[];
  moderator: Browsing;
}

/** Everything of a round at once; settles when all of it was answered or cut off. */
async function under(
  forum: ForumProcess,
  { turn, open, held, waiting, moderator }: Round,
  asked: Asked,
): Promise<void> {
  const own = [...asked.followed].filter(([id]) => !asked.withdraw.tried.has(id)).slice(0, ACTS);
  const texts = [
    ...Array.from({ length: OPEN }, (_, nth) => file(forum, open, `libre ${turn} ${nth}`)),
    ...Array.from({ length: HELD }, (_, nth) => file(forum, held, `tenu ${turn} ${nth}`)),
  ];
  const decision = { decision: 'accept', version: '1' };
  await Promise.all([
    ...texts.map(async (text) => void asked.sent.push(await text)),
    ...waiting.map((id) => act(asked, 'accept', id, moderator.post(`/desk/submissions/${id}/decision`, decision))),
    asked.coming.goOn(forum).then((filed) => void asked.sent.push(...filed)),
    ...own.map(([id, way]) => act(asked, 'withdraw', id, new Browsing(forum.address).post(`${way}/withdrawal`))),
  ]);
}

/** Of two who act on the same text one may be told that it is too late. */
async function act(asked: Asked, what: 'accept' | 'withdraw', id: string, answer: Promise<Answer>): Promise<void> {
  asked[what].tried.add(id);
  const status = await answer.then((one) => one.status).catch(() => null);
  if (status === 303) asked[what].done.add(id);
  else if (status !== null && ![404, 409, 410].includes(status)) asked.odd.push(`${what}: ${status}`);
}

/** Notes what was thanked for by its id: the title of a text that is taken back is erased. */
async function follow(victim: Victim, asked: Asked): Promise<void> {
  const rows = await filed(victim);
  const known = new Set(asked.followed.values());
  for (const { title, followed, refused } of asked.sent) {
    if (refused !== null) asked.odd.push(`${title}: ${refused}`);
    if (followed === null || known.has(followed)) continue;
    const row = rows.find((one) => one.title === title);
    if (row === undefined) throw new Error(`${title} was thanked for and is not there`);
    asked.followed.set(row.id, followed);
  }
}

/** What was thanked for has its files, unless it was taken back; then it has none. Nothing is published unasked. */
async function wrongWithTexts(victim: Victim, asked: Asked): Promise<string[]> {
  const rows = await filed(victim);
  const wrong = rows.flatMap(({ id, title, status, files, left }) => {
    const what = `${title} ${id} is ${status} with ${files.join(' and ')}, ${left} left`;
    if (status === 'withdrawn') return left > 0 || !asked.withdraw.tried.has(id) ? [what] : [];
    const isWhole = files.join() === 'clean,clean' && !asked.withdraw.done.has(id);
    const isEarly = title.startsWith('tenu') && status === 'published' && !asked.accept.tried.has(id);
    const isLost = asked.accept.done.has(id) && status !== 'published';
    return isWhole && !isEarly && !isLost ? [] : [what];
  });
  const ids = new Set(rows.map(({ id }) => id));
  return [...wrong, ...[...asked.followed.keys()].filter((id) => !ids.has(id)).map((id) => `${id} is lost`)];
}
