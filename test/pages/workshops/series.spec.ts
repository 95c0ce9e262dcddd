import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HTMLElement } from 'node-html-parser';
import { seriesOf } from '../../../src/workshops/series.js';
import { openWorld, type World } from '../../world.js';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await world.category({ slug: 'villes', name: 'Villes', hold: 'nobody' });
  await world.db.owner.query(`update category set takes = '{thread,workshop}'`);
});
afterAll(() => world.close());

const FIELDS = {
  title: 'Lire les marchés publics',
  text: 'Un marché à la fois, à voix haute.',
  town: 'peltre',
  start: ['2027-02-11T18:30', ''],
  end: ['2027-02-11T20:00', ''],
};

let keys = 0;
const send = (more: Record<string, string | string[]>) =>
  world.visitor().post('/category/villes/workshops', {
    ...FIELDS,
    key: `series-key-${String((keys += 1)).padStart(4, '0')}`,
    ...more,
  });

/** What the form sends that sends at last, and the boxes in it. */
function sending(page: HTMLElement): { fields: Record<string, string[]>; boxes: HTMLElement[] } {
  const form = page.querySelector('form[data-sending]');
  const fields: Record<string, string[]> = {};
  for (const input of form?.querySelectorAll('input') ?? [])
    (fields[input.getAttribute('name') ?? ''] ??= []).push(input.getAttribute('value') ?? '');
  return { fields, boxes: form?.querySelectorAll('input[type="checkbox"]') ?? [] };
}

const starts = (series: { dates: { start: string }[] }): string[] => series.dates.map(({ start }) => start);

describe('a series', () => {
  it('is every week, every second one, or the same weekday of a month', () => {
    const first = { start: '2027-02-11T18:30', end: '2027-02-11T20:00' };
    const of = (repeat: 'weekly' | 'fortnightly' | 'monthly', until: string) =>
      starts(seriesOf(first, repeat, until, 'Europe/Paris'));
    expect(of('weekly', '2027-03-04')).toEqual(
      ['2027-02-11', '2027-02-18', '2027-02-25', '2027-03-04'].map((day) => `${day}T18:30`),
    );
    expect(of('fortnightly', '2027-03-11')).toEqual(
      ['2027-02-11', '2027-02-25', '2027-03-11'].map((day) => `${day}T18:30`),
    );
    expect(of('monthly', '2027-05-31')).toEqual(
      ['2027-02-11', '2027-03-11', '2027-04-08', '2027-05-13'].map((day) => `${day}T18:30`),
    );
    const last = { start: '2027-03-29T18:30', end: '2027-03-29T20:00' };
    expect(starts(seriesOf(last, 'monthly', '2027-06-30', 'Europe/Paris'))).toEqual(
      ['2027-03-29', '2027-04-26', '2027-05-31', '2027-06-28'].map((day) => `${day}T18:30`),
    );
  });

  it('keeps its local hour over the changes of the clock, and says which night lacks it', () => {
    const night = { start: '2027-03-21T02:30', end: '2027-03-21T04:00' };
    const series = seriesOf(night, 'weekly', '2027-04-04', 'Europe/Paris');
    expect(starts(series)).toEqual(['2027-03-21T02:30', '2027-04-04T02:30']);
    expect(series.missing).toEqual(['2027-03-28T02:30']);
    expect(seriesOf(night, 'weekly', '2027-04-04', 'Indian/Reunion').missing).toEqual([]);
    const over = { start: '2027-03-20T23:00', end: '2027-03-21T02:30' };
    expect(seriesOf(over, 'weekly', '2027-03-28', 'Europe/Paris').missing).toEqual(['2027-03-27T23:00']);
  });

  it('is listed by the preview with a box for each date, and what is unticked is not sent', async () => {
    const rule = { repeat: 'weekly', until: '2027-04-08' };
    const preview = await send({ ...rule, key: '' });
    expect(preview.status).toBe(200);
    const { fields, boxes } = sending(preview.html());
    expect(boxes).toHaveLength(9);
    expect(boxes.every((box) => box.hasAttribute('checked'))).toBe(true);
    expect(preview.html().querySelector('form[data-sending]')?.text).toContain('jeudi 8 avril 2027');
    // The form below still has the rule.
    const below = preview.html().querySelector('form[data-writing]');
    expect(below?.querySelector('[name="until"]')?.getAttribute('value')).toBe('2027-04-08');
    expect(below?.querySelectorAll('[name="start"][value^="2027"]')).toHaveLength(1);
    const sent = await world.visitor().post('/category/villes/workshops', { ...fields, keep: ['', '1', '3', '9'] });
    expect(sent.status).toBe(303);
    expect(
      (await world.reader.query<{ at: Date }>('select starts_at as at from workshop_date order by 1')).map(({ at }) =>
        at.toISOString(),
      ),
    ).toEqual(['2027-02-11T17:30:00.000Z', '2027-02-25T17:30:00.000Z', '2027-04-08T16:30:00.000Z']);
    expect(await world.reader.query('select distinct state, sequence from workshop_date')).toEqual([
      { state: 'planned', sequence: 0 },
    ]);
  });

  it('says in the preview which date is left out', async () => {
    const night = { start: '2027-03-21T02:30', end: '2027-03-21T04:00', repeat: 'weekly', until: '2027-04-04' };
    const preview = await send({ ...night, key: '' });
    expect(preview.html().querySelector('form[data-sending]')?.text).toContain('dimanche 28 mars 2027');
    expect(sending(preview.html()).boxes).toHaveLength(2);
  });

  it('comes back without the unticked dates where something else is wrong, and needs one that is ticked', async () => {
    const preview = await send({ repeat: 'weekly', until: '2027-02-25', key: '' });
    const { fields } = sending(preview.html());
    const wrong = await world
      .visitor()
      .post('/category/villes/workshops', { ...fields, keep: ['', '2'], online: 'http://a.example' });
    expect(wrong.status).toBe(422);
    const back = wrong
      .html()
      .querySelectorAll('[name="start"]')
      .map((input) => input.getAttribute('value'));
    expect(back.filter((value) => value !== '')).toEqual(['2027-02-18T18:30']);
    const none = await world.visitor().post('/category/villes/workshops', { ...fields, keep: '' });
    expect(none.html().querySelector('.err')?.text).toContain('ne peut pas rester vide');
  });

  it.each([
    ['without an end', { repeat: 'weekly' }, 'until', 'a besoin d’une fin'],
    ['with an end that is no day', { repeat: 'weekly', until: '2027-02-40' }, 'until', 'une date comme'],
    ['that ends before it begins', { repeat: 'weekly', until: '2027-02-01' }, 'until', 'avant sa première date'],
    ['of three years', { repeat: 'monthly', until: '2029-12-31' }, 'until', 'deux ans'],
    ['of 61 dates', { repeat: 'weekly', until: '2028-04-06' }, 'until', 'plus de soixante dates'],
    ['of an unknown kind', { repeat: 'daily', until: '2027-03-01' }, 'repeat', ''],
    ['of which only the end is said', { until: '2027-03-01' }, 'repeat', 'comment l’atelier se répète'],
  ])('is refused at its field, with all that was typed: %s', async (_what, rule, field, words) => {
    const answer = await send(rule);
    expect(answer.status).toBe(422);
    const wrong = answer.html().querySelector(`.err [name="${field}"]`)?.closest('.err');
    expect(wrong?.text).toContain(words);
    expect(answer.html().querySelector('[name="until"]')?.getAttribute('value')).toBe(
      'until' in rule ? rule.until : '',
    );
    expect(answer.html().querySelector('[name="start"]')?.getAttribute('value')).toBe('2027-02-11T18:30');
  });

  it('of sixty dates is taken', async () => {
    const preview = await send({ repeat: 'weekly', until: '2028-03-30', key: '' });
    expect(sending(preview.html()).boxes).toHaveLength(60);
  });
});
