import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Keeping } from '../../../src/uploads/keeping.js';
import { HARMFUL, Scanner } from '../../files/scanner.js';
import { openWorld, type Person, type World } from '../../world.js';

/** Each file starts a process of its own, which a busy machine lets wait. */
const LONG = 90_000;

let scanner: Scanner;
let port: number;
let world: World;
let moderator: Person;
beforeAll(async () => {
  scanner = new Scanner();
  await scanner.listen({ port: 0 });
  ({ port } = scanner);
  world = await openWorld({ config: { scanner: { host: '127.0.0.1', port } } });
  await world.category({ slug: 'rue', name: 'Rue', documents: 'everyone' });
  moderator = await world.member('Mo', { role: 'moderator' });
}, LONG);
afterAll(async () => {
  await world.close();
  await scanner.close();
});

const fields = (key: string) => ({
  ...{ title: 'Un mât neuf', text: 'Il est apparu ce matin.', name: 'Lou' },
  key: `scanner-key-${key}-0001`,
  action: 'send',
});
const files = (...bytes: string[]) => bytes.map((each, nth) => ({ name: `${nth}.txt`, bytes: each }));
const states = async () =>
  (await world.writer.query<{ state: string }>('select state from desk.file order by sent_at, id')).map(
    ({ state }) => state,
  );
const desk = async () => (await world.visitor(moderator.cookie).get('/desk')).html();

it(
  'a file in which something is found is refused at its slip, and the text and the other files stay',
  async () => {
    const answer = await world.visitor().send('/category/rue/threads', fields('found'), files('bon', HARMFUL));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('un programme de vérification y a reconnu quelque chose de nuisible');
    expect(answer.text).toContain('Il est apparu ce matin.');
    expect(answer.html().querySelectorAll('[data-upload]')).toHaveLength(1);
    expect(await states()).toEqual(['clean']);
    expect(scanner.shown.map(String).sort()).toEqual([HARMFUL, 'bon'].sort());
  },
  LONG,
);

it(
  'while it does not answer files wait, the desk says so and accepts none of them, and they are looked at afterwards',
  async () => {
    await scanner.close();
    const sent = await world.visitor().send('/category/rue/threads', fields('away'), files('plus tard'));
    expect(sent.status).toBe(303);
    const page = await desk();
    expect(page.querySelector('[data-unscanned]')?.textContent).toContain('fichier attend');
    expect(page.querySelector('[data-document]')?.textContent).toContain('ne répond pas');
    const [waiting] = await world.writer.query<{ id: string }>(
      `select id from desk.submission where status = 'waiting'`,
    );
    const accept = { decision: 'accept', version: '1' };
    const address = `/desk/submissions/${waiting?.id}/decision`;
    expect((await world.visitor(moderator.cookie).post(address, accept)).status).toBe(409);
    const jobs = await world.db.owner.query(
      `select from graphile_worker.jobs where task_identifier = 'clean-waiting-files'`,
    );
    expect(jobs.rows).toHaveLength(1);

    await scanner.listen({ port });
    await world.app.get(Keeping).cleanWaiting(new AbortController().signal);
    expect(await states()).toEqual(['clean', 'clean']);
    expect((await desk()).querySelector('[data-unscanned]')).toBeNull();
    expect((await world.visitor(moderator.cookie).post(address, accept)).status).toBe(303);
  },
  LONG,
);
