import { describe, expect, it } from '@jest/globals';
import { decoded } from '../../src/import/words/decoded.js';
import { lettersOf, withoutEntities } from '../../src/import/words/entities.js';
import { instantOf } from '../../src/import/words/instant.js';
import { mended } from '../../src/import/words/mended.js';
import { parts } from '../../src/import/words/parts.js';
import { ownTitle, plainTitle, threadTitle } from '../../src/import/words/title.js';

const twice = (text: string): string => new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8'));

describe('a text of a dump', () => {
  it('is UTF-8, or what browsers call latin1, value by value', () => {
    expect(decoded(Buffer.from('L’été à 3 €'))).toBe('L’été à 3 €');
    expect(decoded(Buffer.from([0x4c, 0x92, 0xe9, 0x74, 0xe9, 0x20, 0x80]))).toBe('L’été €');
  });

  it('that was encoded twice, or three times, is mended', () => {
    const text = 'L’été, cœur à l’ouvrage… « ça » coûte 3 € — naïf';
    expect(mended(twice(text))).toBe(text);
    expect(mended(twice(twice(text)))).toBe(text);
  });

  it('that looks odd and is right stays as it is', () => {
    for (const text of ['« CAFÉ»', 'NÃO, à Âge égal', 'Être â 3', 'Привет', 'ＡＢＣ ÃÂ', 'Ŝ ŝ'])
      expect(mended(text)).toBe(text);
  });

  it('has its letters instead of entities, but no entity becomes markup', () => {
    expect(
      lettersOf(
        'l&#8217;&eacute;t&eacute;&nbsp;: 3&#x20AC; &lt;b&gt; &amp;eacute; &#123;x&#125; &amp; &inconnu; &copy',
      ),
    ).toBe('l’été\u00a0: 3€ &lt;b&gt; &amp;eacute; &#123;x&#125; &amp; &inconnu; &copy');
    expect(lettersOf('&eacute;<code>&eacute;</code>&eacute;<cadre class="x">&agrave;</cadre>&agrave;')).toBe(
      'é<code>&eacute;</code>é<cadre class="x">&agrave;</cadre>à',
    );
    expect(withoutEntities('Dupont &amp; fils &lt;3')).toBe('Dupont & fils <3');
  });

  it('that is too long is cut between paragraphs, lines, sentences or words, and nothing of it is lost', () => {
    const text = `${'Un deux trois. '.repeat(20)}\n\n${'Quatre cinq. '.repeat(20)}\n${'six '.repeat(100)}${'é'.repeat(250)}`;
    const cut = parts(text, 200);
    for (const part of cut) expect(Array.from(part).length).toBeLessThanOrEqual(200);
    expect(cut.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    expect(cut[0]).toMatch(/trois\.$/);
    expect(parts('court', 200)).toEqual(['court']);
  });
});

describe('a title of SPIP', () => {
  it('is one line of plain text in one language, without its number', () => {
    expect(plainTitle('12. {{L&#8217;été}}\n<i>ici</i>')).toBe('L’été ici');
    expect(plainTitle('<multi>[fr]Bonjour[en]Hello</multi> !')).toBe('Bonjour !');
    expect(plainTitle('<multi>[fr]Bonjour[en]Hello</multi>', 'en')).toBe('Hello');
    expect(plainTitle('2001. ')).toBe('2001.');
  });

  it('fits a thread, whatever its length', () => {
    expect(threadTitle('Ô', 'Article 12')).toBe('Article 12 Ô');
    expect(threadTitle('', 'Article 12')).toBe('Article 12');
    const long = threadTitle('é'.repeat(200), '');
    expect([Array.from(long).length, long.endsWith('é…')]).toEqual([140, true]);
  });

  it('belongs to a message only where SPIP has not filled it in', () => {
    const above = ['La rénovation du gymnase'];
    for (const filled of [
      'La renovation du gymnase !',
      'Re : autre chose',
      'RE: x',
      'Re[2]: x',
      '> La rénovation',
      'Réponse : oui',
      '',
      ' … ',
    ])
      expect([filled, ownTitle(filled, above)]).toEqual([filled, false]);
    for (const own of ['Et la piscine ?', 'Réponse du maire', 'Rester : oui'])
      expect([own, ownTitle(own, above)]).toEqual([own, true]);
  });
});

describe('a date of SPIP', () => {
  it('is when the clocks of the site showed it', () => {
    expect(instantOf('2024-01-15 12:00:00', 'Europe/Paris')?.toISOString()).toBe('2024-01-15T11:00:00.000Z');
    expect(instantOf('2024-07-15 12:00:00', 'Europe/Paris')?.toISOString()).toBe('2024-07-15T10:00:00.000Z');
    expect(instantOf('2024-07-15', 'America/Montreal')?.toISOString()).toBe('2024-07-15T04:00:00.000Z');
  });

  it('that came twice is the first one, that never came is near, that is vague begins, and that is none is none', () => {
    expect(instantOf('2024-10-27 02:30:00', 'Europe/Paris')?.toISOString()).toBe('2024-10-27T00:30:00.000Z');
    expect(instantOf('2024-10-27 03:30:00', 'Europe/Paris')?.toISOString()).toBe('2024-10-27T02:30:00.000Z');
    expect(
      Math.abs(Number(instantOf('2024-03-31 02:30:00', 'Europe/Paris')) - Date.UTC(2024, 2, 31, 1)),
    ).toBeLessThanOrEqual(3_600_000);
    expect(instantOf('2004-00-00 00:00:00', 'UTC')?.toISOString()).toBe('2004-01-01T00:00:00.000Z');
    for (const none of ['0000-00-00 00:00:00', '', 'hier']) expect(instantOf(none, 'UTC')).toBeNull();
  });
});
