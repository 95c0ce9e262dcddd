import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let moderator: Person;
beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'dossiers', name: 'Dossiers locaux' });
  await world.db.owner.query(
    `update category set takes = '{thread,case}', documents = 'everyone' where slug = 'dossiers'`,
  );
  moderator = await world.member('Mo', { role: 'moderator' });
});
afterAll(() => world.close());

interface Held {
  submission: string;
  document: string;
  /** Of the thread, once it was accepted. */
  thread: number | null;
}

/** Sends it with one file. */
async function sent(path: string, fields: Record<string, string>): Promise<string> {
  world.clock.advance(1000);
  const files = [{ name: 'deliberation.txt', bytes: 'Le conseil a voté.' }];
  const key = `key-of-${path.replaceAll('/', '-')}`;
  const answer = await world.visitor().send(path, { name: 'Lou', key, action: 'send', ...fields }, files);
  expect(answer.status).toBe(303);
  return (await last()).submission;
}

async function last(): Promise<Held> {
  const [row] = await world.writer.query<Held>(
    `select id as submission, documents->0->>'id' as document, thread_id as thread from desk.submission
     order by written_at desc limit 1`,
  );
  return row ?? { submission: '', document: '', thread: null };
}

async function accept(id: string): Promise<Held> {
  const desk = world.visitor(moderator.cookie);
  const done = await desk.post(`/desk/submissions/${id}/decision`, { decision: 'accept', version: '1' });
  expect(done.status).toBe(303);
  return last();
}

const read = async (path: string): Promise<string> => (await world.visitor().get(path)).text;
const ofCases = async (): Promise<unknown[]> => {
  const geo = JSON.parse(await read('/cases.geojson')) as { features: { properties: { documents: unknown } }[] };
  return geo.features.map(({ properties }) => properties.documents);
};

describe('the files of cases', () => {
  it('name the documents of each case and step by addresses that open them, once they are published', async () => {
    const fields = { title: 'Peltre, le lavoir', text: 'Quatre mâts.', town: '57534', status: 'reported' };
    const opened = await accept(await sent('/category/dossiers/cases', fields));
    const first = `/document/${opened.document}`;
    expect(await ofCases()).toEqual([[expect.stringMatching(new RegExp(`^https?://[^/]+${first}$`))]]);
    expect(await read('/cases.csv')).toContain(`${first}`);
    expect(await read('/steps.csv')).not.toContain('/document/');
    expect((await world.visitor().get(first)).status).not.toBe(404);

    const steps = `/thread/${opened.thread ?? 0}/case/steps`;
    const waiting = await sent(steps, { kind: 'vote', dated: '2026-04-02', text: '', software: 'Briefcam' });
    expect(await read('/steps.csv')).not.toContain('/document/');
    const { document } = await accept(waiting);
    expect(await read('/steps.csv')).toContain(`/document/${document}`);
    expect(await ofCases()).toEqual([[expect.stringContaining(first)]]);
  });
});
