import { describe, expect, it } from '@jest/globals';
import { frenchTownHall } from '../../client/locales/plural.js';
import { FIRST_LETTERS } from '../../migrations/first-letters.js';
import { render } from '../../src/markup/render.js';
import { letterMarkdown, letterText, unknownBlanks } from '../../src/notices/paper-letters/filled-letter.js';

const FACTS = { authority: 'Mairie de Metz', town: 'Metz', sent: '12 août 2026', documents: 'Le plan\n\nLe marché' };

describe('a letter that is filled', () => {
  it.each(FIRST_LETTERS)('$code has only blanks that exist, and documents as a list', ({ body }) => {
    expect(unknownBlanks(body)).toEqual([]);
    const html = render(letterMarkdown(body, FACTS), 'fr');
    expect(html).toMatch(/<li>Le plan<\/li>\s*<li>Le marché<\/li>/);
    expect(html).toContain('Metz');
    expect(html).not.toMatch(/[{}\\]/);
    expect(letterText(body, FACTS)).toContain('\n- Le plan\n- Le marché\n');
    expect(letterText(body, FACTS)).not.toMatch(/\*\*|[{}\\]/);
  });

  it('keeps a blank for what nobody knows', () => {
    expect(letterText('le {sent}, reçue le {received}', FACTS)).toBe('le 12 août 2026, reçue le …………………………');
    expect(letterText('{documents}', { documents: ' \n ' })).toBe('…………………………');
  });

  it.each([
    '**gras** et [un lien](javascript:alert(1))',
    '<script>alert(1)</script>',
    '# titre',
    '- puce',
    '1. numéro',
    '> cité',
    '{{{intertitre}}}',
    '`code`',
    '{sent}',
    '\\*',
  ])('takes %j for what it is', (typed) => {
    const html = render(
      letterMarkdown('À {town}\n\n{documents}', { town: typed, documents: `${typed}\nLe plan` }),
      'fr',
    );
    expect(html.match(/<[a-z0-9]+/g)).toEqual(['<p', '<ul', '<li', '<li']);
    const text = html
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>');
    expect(text.replace(/[\u00a0\u202f]/g, '').match(new RegExp(escaped(typed), 'g'))).toHaveLength(2);
    expect(letterText('{town}', { town: typed })).toBe(typed);
  });

  it('says which blanks are none', () => {
    expect(unknownBlanks('{town} {name} {}')).toEqual(['name', '']);
    expect(letterText('{name}', {})).toBe('{name}');
  });
});

describe('a town hall', () => {
  it.each([
    ['Metz', 'Mairie de Metz'],
    ['Ostremont', 'Mairie d’Ostremont'],
    ['Le Havre', 'Mairie du Havre'],
    ['Les Ulis', 'Mairie des Ulis'],
    ['La Rochelle', 'Mairie de La Rochelle'],
  ])('of %s', (town, hall) => expect(frenchTownHall(town)).toBe(hall));
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
