import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FinishedDays } from '../../src/transparency/finished-days.js';
import { FinishedMonths } from '../../src/transparency/statistics/finished-months.js';
import { NewsWire } from '../../src/events/news-wire.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { ERASE_REGISTRATIONS } from '../../src/registrations/erasure.js';
import { ERASE_POLLS } from '../../src/registrations/polls/poll-erasure.js';
import { saidIn } from '../files/folder-says.js';
import { everyRow, rowsWith } from '../rows-with.js';
import { type World, openWorld } from '../world.js';
import type { Known } from './sweep/addresses.js';
import { type Canary, Canaries } from './sweep/canaries.js';
import { Forum } from './sweep/forum.js';
import { ask } from './sweep/http.js';
import { Listening } from './sweep/listening.js';
import { Looking, type Seen, unlikeness } from './sweep/looking.js';

/** Whose whole view must be the same whether or not the canaries ever existed. */
const STRANGERS = [
  'guest',
  'otherGuest',
  'member',
  'otherAuthor',
  'otherModerator',
  'organizer',
  'registered',
] as const;
const AUTHORS = ['author', 'guestAuthor'] as const;
const EVERYONE = [...STRANGERS, ...AUTHORS, 'moderator'] as const;
type Who = (typeof EVERYONE)[number];

interface Walk {
  forum: Forum;
  seen: Record<Who, Seen[]>;
  heard: Record<Who, string[]>;
}

/** Every form of question that a word can stand in. */
const QUESTIONS: readonly ((word: string) => string)[] = [
  (word) => `/search?q=${word}`,
  (word) => `/search?q=%22${word}%22&sort=date`,
  (word) => `/search?q=mot+OR+%23${word}+-${word}`,
  (word) => `/search?author=${word}`,
  (word) => `/search?tag=${word}&q=mot`,
  (word) => `/search?category=${word}`,
  (word) => `/search/feed.atom?q=${word}`,
  (word) => `/search/feed.rss?author=${word}`,
  (word) => `/search/similar?title=${word}+${word}`,
  (word) => `/tags.json?q=${word}`,
  (word) => `/thread/1/people.json?q=${word}`,
];

/** What the team writes about people, and no author. */
const OF_THE_TEAM = /^(note|suspension)/;
/** Who registers, and who could come. */
const WHO_COMES = /^(registration|availability)/;
/** Of workshops: what is erased seven days after they are over, besides their secrets. */
const OVER_WITH_IT = /^(registration|availability|waiting words|accepted words)/;
/** What changes from one minute to the next, and not with what is hidden. */
const differences = JSON.parse(readFileSync('test/rules/sweep/differences.json', 'utf8')) as string[];

const PLACE_OF_THE_TEAM = '/desk/members/';

const ROOMS = [
  ...Array.from({ length: 18 }, (_, index) => `thread:${index + 1}`),
  'category:villes',
  'category:ailleurs',
  'category:feuille',
  'category:membres',
  'category:equipe',
  'desk',
];

describe('the sweep: nothing unapproved is ever visible, by any channel', () => {
  let worlds: World[];
  let folder: string;
  let planted: Walk;
  let clean: Omit<Walk, 'seen'>;
  let looking: Looking;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'palabre-sweep-'));
    const inIts = (dataDir: string) => openWorld({ config: { dataDir, filesDir: join(dataDir, 'files') } });
    worlds = await Promise.all([inIts(join(folder, 'planted')), inIts(join(folder, 'clean'))]);
    // The same installation, twice: its secret is in every follow address.
    for (const world of worlds)
      await world.db.owner.query('insert into private.installation (secret) values ($1)', [Buffer.alloc(32, 7)]);
    const [one, other] = worlds as [World, World];
    const asked = new Forum(one, true);
    const bare = new Forum(other, false);
    // Side by side: each has a clock and a database of its own, and both wait a lot.
    const [heardPlanted, heardClean] = await Promise.all([lifeOf(asked), lifeOf(bare)]);
    // What a stranger would try is what exists in the forum with canaries; the same is asked of both.
    const known = await everythingIn(asked);
    looking = await Looking.at(asked, bare);
    const seen = await looking.walk<Who>(STRANGERS, [...AUTHORS, 'moderator'], known);
    planted = { forum: asked, heard: heardPlanted, seen };
    clean = { forum: bare, heard: heardClean };
  }, 1_800_000);

  afterAll(async () => {
    for (const world of worlds ?? []) await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('planted a canary in every state and field, and each is in the tables but for what was withdrawn', async () => {
    const dump = (await everyRow(planted.forum.world.db.owner)).join(' ');
    const standing = new Set(Canaries.in(dump, planted.forum.canaries.planted));
    const gone = planted.forum.canaries.planted.filter((canary) => !standing.has(canary));
    expect(gone.filter(({ state }) => !state.startsWith('withdrawn'))).toEqual([]);
    const withdrawn = planted.forum.canaries.planted.filter(({ state }) => state.startsWith('withdrawn'));
    expect(withdrawn.length).toBeGreaterThan(6);
    expect(gone).toEqual(withdrawn);
  });

  it.each(STRANGERS)('%s finds no canary', (who) => {
    // Moderators of every category read what moderators note about people, and why somebody is kept out.
    const ofTheTeam = ({ state }: Canary): boolean => who === 'otherModerator' && OF_THE_TEAM.test(state);
    expect(
      found(
        planted,
        who,
        planted.forum.canaries.planted.filter((canary) => !ofTheTeam(canary)),
      ),
    ).toEqual([]);
  });

  it.each(STRANGERS)('%s gets the same bytes, headers and ids as in a forum where these never existed', (who) => {
    const seen = planted.seen[who];
    expect(seen.length).toBeGreaterThan(200);
    const unlike = seen.flatMap((one) => one.unlike);
    // What the team knows of people is for moderators of every category, and differs for no one else.
    const known = who === 'otherModerator' ? [PLACE_OF_THE_TEAM] : [];
    expect(unlike.filter((what) => !known.some((place) => what.includes(place)))).toEqual([]);
  });

  it.each(STRANGERS)('%s is told the same over the socket', (who) => {
    expect(planted.heard[who]).toEqual(clean.heard[who]);
    expect(planted.heard[who].length).toBeGreaterThanOrEqual(ROOMS.length);
  });

  it('would not have missed what is told: the sockets of readers heard the posts that appeared', () => {
    expect(planted.heard.guest.filter((told) => told.includes('post-published')).length).toBe(2);
    expect(planted.heard.guest.filter((told) => told.includes('post-taken-down')).length).toBeGreaterThanOrEqual(3);
  });

  it.each(['guest', 'member', 'organizer'] as const)(
    '%s finds none by any form of question, and is answered as in a forum where it never existed',
    async (who) => {
      // Each canary by some of the forms, so that each form is tried with many of them.
      const paths = planted.forum.canaries.planted.flatMap(({ word }, index) =>
        [0, 1].map((more) => (QUESTIONS[(index + more * 3) % QUESTIONS.length] ?? String)(encodeURIComponent(word))),
      );
      expect(paths.length).toBeGreaterThan(100);
      const [found, unlike]: [string[], string[]] = [[], []];
      const asks = paths.map((path) => ({ method: 'GET', path }));
      for await (const { what, answer, other } of looking.both(who, asks)) {
        if (/<article data-thread|<entry>|<item>/.test(answer.body)) found.push(what);
        unlike.push(...unlikeness(what, answer, other));
      }
      expect(found).toEqual([]);
      expect(unlike).toEqual([]);
    },
    600_000,
  );

  it.each(AUTHORS)('%s finds their own canaries and nobody else’s', (who) => {
    const all = planted.forum.canaries.planted;
    const own = all.filter(({ state }) => writtenBy(state) === who);
    const others = all.filter(({ state }) => writtenBy(state) !== who);
    expect(found(planted, who, others)).toEqual([]);
    const mine = new Set(found(planted, who, own).map(({ canary }) => canary.word));
    // What is at the desk after a take-down is the team's note; an address is shown to nobody.
    const missing = own.filter(
      ({ word, state, field }) =>
        !mine.has(word) && field !== 'email' && !/^(withdrawn|taken-down|replaced)/.test(state),
    );
    expect(missing).toEqual([]);
  });

  it('the moderator of that category finds every canary but addresses, the lists of words, what was withdrawn or blacked out and who could come to a workshop', () => {
    const all = planted.forum.canaries.planted;
    const seen = new Set(found(planted, 'moderator', all).map(({ canary }) => canary.word));
    const missing = all.filter(
      ({ word, state, field }) =>
        !seen.has(word) &&
        field !== 'email' &&
        !/^(withdrawn|replaced file|blocked list|availability|registration)|profile/.test(state),
    );
    expect(missing).toEqual([]);
    expect(all.filter(({ word, state }) => state.startsWith('blocked list') && seen.has(word))).toEqual([]);
    expect(all.filter(({ word, field }) => field === 'email' && seen.has(word))).toEqual([]);
    // No host: neither who comes nor who could come is their business.
    expect(all.filter(({ word, state }) => WHO_COMES.test(state) && seen.has(word))).toEqual([]);
  });

  it('what members say of themselves is found by whoever moderates everywhere, and not by moderators of some categories', async () => {
    const { world, canaries, lookers } = planted.forum;
    const pages = canaries.planted.filter(({ state }) => state.includes('profile'));
    expect(found(planted, 'moderator', pages)).toEqual([]);
    const read = await Promise.all(
      ['/desk?kind=profile', '/desk/members/Alma'].map((path) =>
        world.visitor(lookers.administrator.cookie).get(path),
      ),
    );
    expect(Canaries.in(read.map(({ text }) => text).join(), pages)).toEqual(pages);
  });

  it.each([
    ['guest', 'zqmembersonly'],
    ['otherGuest', 'zqmembersonly'],
    ['member', 'zqstaffonly'],
    ['author', 'zqstaffonly'],
  ] as const)('%s finds nothing of a category for others (%s)', (who, word) => {
    expect(found(planted, who, [{ state: 'audience', field: 'text', word }])).toEqual([]);
  });

  it('tells of a month that is over what was decided in it, without a word of it: the log and the numbers are all that differs', async () => {
    const paths = [
      '/transparency',
      '/transparency?category=villes',
      '/transparency?year=2026',
      '/transparency/statistics.csv',
      '/transparency/log',
    ];
    for (const { world } of [planted.forum, clean.forum]) {
      const [days, months] = [
        world.app.get(FinishedDays, { strict: false }),
        world.app.get(FinishedMonths, { strict: false }),
      ];
      world.clock.set(new Date('2026-12-03T08:00:00Z'));
      for (const count of [days, months]) await count.count(world.clock.now());
    }
    const bodies: string[] = [];
    const unlike: string[] = [];
    const asks = [...paths, ...paths].map((path) => ({ method: 'GET', path }));
    for await (const { what, answer, other } of looking.both('guest', asks)) {
      bodies.push(answer.body);
      unlike.push(...unlikeness(what, answer, other));
    }
    expect(Canaries.in(bodies.join(' '), planted.forum.canaries.planted)).toEqual([]);
    expect(bodies.filter((body) => body.includes('2026-11')).length).toBeGreaterThan(3);
    expect(unlike).not.toEqual([]);
    expect(unlike.filter((what) => !differences.some((known) => what.startsWith(known)))).toEqual([]);
  });

  it('would go red if one word slipped, or one count moved', async () => {
    const { world } = planted.forum;
    const home = async () => ask(world.url, null, { method: 'GET', path: '/category/villes' });
    const before = await home();
    const [canary] = planted.forum.canaries.planted;
    await world.db.owner.query('update category set post_count = post_count + 1, description = $1 where slug = $2', [
      canary?.word,
      'villes',
    ]);
    await world.db.owner.query(`select pg_notify('palabre_news', '{"news":"SiteChanged"}')`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const after = await home();
    expect(Canaries.in(after.body, planted.forum.canaries.planted)).toEqual([canary]);
    expect(unlikeness('home', before, after)).not.toEqual([]);
  });

  it('is in nothing that PostgreSQL notes of its tables for its planner, and would keep when it is erased', async () => {
    const { world, canaries } = planted.forum;
    await world.db.owner.query('analyze');
    const notes = (await everyRow(world.db.owner)).filter((row) => row.startsWith('pg_catalog.pg_statistic '));
    expect(notes.length).toBeGreaterThan(100);
    expect(Canaries.in(notes.join('\n'), canaries.planted)).toEqual([]);
  });

  it('is in no row and in no file any more seven days after: who came and could come, what hosts wrote, and the secret in every state', async () => {
    const { world, canaries } = planted.forum;
    const erased = canaries.planted.filter(
      ({ state, field }) => OVER_WITH_IT.test(state) || field === 'address' || field === 'online',
    );
    const standing = async (): Promise<Canary[]> =>
      Canaries.in((await rowsWith(world.db.owner, 'zq')).join('\n'), erased);
    // What PostgreSQL notes of its log lies beside its folder, and says nothing of anybody.
    const {
      rows: [server],
    } = await world.db.owner.query<{ log: string }>(`select current_setting('data_directory') || '.log' as log`);
    const filed = (): Canary[] => {
      const files = saidIn(world.config.dataDir);
      expect(files.length).toBeGreaterThan(10);
      return Canaries.in([...files, readFileSync(server?.log ?? '', 'utf8')].join('\n'), erased);
    };
    expect(await standing()).toEqual(erased);
    expect(new Set(erased.map(({ state }) => state)).size).toBeGreaterThan(10);
    world.clock.set(new Date('2027-01-20T12:00:00Z'));
    const turn = { now: world.clock.now(), stopping: new AbortController().signal };
    const jobs = world.app.get(Jobs, { strict: false }).all;
    for (const { name } of [ERASE_REGISTRATIONS, ERASE_POLLS]) await jobs.get(name)?.work({}, turn);
    expect(await standing()).toEqual([]);
    expect(filed()).toEqual([]);
    const slipped = join(world.config.dataDir, 'slipped');
    writeFileSync(slipped, `Une ligne, ${erased[0]?.word}, et une autre.`);
    expect(filed()).toEqual(erased.slice(0, 1));
    rmSync(slipped);
  });
});

/** Null for what no author has written: the lists of words. */
function writtenBy(state: string): Who | null {
  if (/^(blocked list|reported by|secret before)/.test(state) || OF_THE_TEAM.test(state)) return null;
  if (/answer/.test(state)) return 'moderator';
  return /guest/i.test(state) || state === 'taken-down thread' ? 'guestAuthor' : 'author';
}

/** The life of a forum while everyone listens. */
async function lifeOf(forum: Forum): Promise<Record<Who, string[]>> {
  await forum.open();
  await everythingIsHeard(forum);
  const listening = await Promise.all(
    EVERYONE.map(async (who) => [who, await Listening.open(forum.world.url, forum.lookers[who], ROOMS)] as const),
  );
  await forum.live();
  for (const [, socket] of listening) socket.close();
  return Object.fromEntries(listening.map(([who, { heard }]) => [who, heard])) as Record<Who, string[]>;
}

/** What was told before is heard before this; and then what it drew has left, to rooms where nobody is yet. */
async function everythingIsHeard({ world }: Forum): Promise<void> {
  const nobody = 2_000_000_000;
  const heard = new Promise<void>((resolve) => {
    world.app.get(NewsWire, { strict: false }).on('MemberChanged', ({ member }) => member === nobody && resolve());
  });
  await world.db.owner.query(`select pg_notify('palabre_news', $1)`, [
    JSON.stringify({ news: 'MemberChanged', member: nobody }),
  ]);
  await heard;
  await new Promise((resolve) => setTimeout(resolve, 1_000));
}

async function everythingIn({ world, hidden, documents, canaries }: Forum): Promise<Omit<Known, 'tokens'>> {
  const [counts] = await world.reader.query<
    Omit<Known, 'tokens' | 'tags' | 'submissions' | 'documents' | 'lastDecision' | 'dates'>
  >(`
    select (select max(id) from thread) as threads, (select max(number) from post) as numbers,
           (select array_agg(slug order by id) from category) as categories,
           (select json_object_agg(t.id, t.slug) from thread t join category c on c.id = t.category_id
             where c.audience = 'everyone') as slugs,
           (select json_object_agg(thread_id, last) from (select thread_id, max(number) as last from post
             group by thread_id) l) as "lastOf",
           (select array_agg(name order by id) from member) as names, (select max(id) from member) as members`);
  const [log] = await world.writer.query<{ last: string }>('select max(id)::text as last from desk.decision');
  const dates = await world.reader.query<{ id: string }>('select id from workshop_date order by id limit 1');
  if (!counts || !log) throw new Error('the forum is empty');
  const tags = canaries.planted
    .filter(({ field }, index) => field === 'link' && index % 7 === 0)
    .map(({ word }) => word);
  return {
    ...counts,
    tags,
    submissions: hidden,
    documents: documents.files,
    lastDecision: log.last,
    dates: dates.map(({ id }) => id),
  };
}

/** What was asked of a search, of tags or of the library, in the address itself. */
function asked(what: string): string {
  return /^(?:GET|HEAD) \/(?:search|documents|desk)[\w/.]*\?((?:q|tag)=\S+)/.exec(what)?.[1] ?? '';
}

function found(walked: Walk, who: Who, words: readonly Canary[]): { what: string; canary: Canary }[] {
  const inPages = walked.seen[who].flatMap(({ what, begun }) =>
    Canaries.of(begun, words)
      // A field shows again what was typed into it; that it finds nothing is what the bytes of both forums say.
      .filter(({ word }) => !asked(what).includes(word))
      .map((canary) => ({ what, canary })),
  );
  const onSocket = walked.heard[who].flatMap((told) =>
    Canaries.in(told, words).map((canary) => ({ what: `socket ${told.slice(0, 80)}`, canary })),
  );
  return [...inPages, ...onSocket];
}
