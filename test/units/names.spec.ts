import { describe, expect, it } from '@jest/globals';
import { nameKey } from '../../src/members/name-key.js';
import { isReserved, memberName } from '../../src/members/name.js';

describe('two names are one to a reader', () => {
  it.each([
    ['Élodie', 'elodie'],
    ['Élodie', 'E\u0301lodie'],
    ['paypal', 'раураl'],
    ['Ada', 'Αda'],
    ['Alice', 'AIice'],
    ['Alice', 'A1ice'],
    ['Bernard', 'Bemard'],
    ['Zoé M.', 'zoe m'],
    ['Œdipe', 'Oedipe'],
    ['ﬁlou', 'filou'],
    ['Jean-Luc', 'jean luc'],
    ['Bob', 'B0b'],
    ['ΑΝΝΑ', 'αννα'],
    ['Straße', 'STRASSE'],
    ['Łucja', 'Lucja'],
  ])('%s and %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });
});

describe('two names stay two', () => {
  it.each([
    ['Ada', 'Adam'],
    ['Zoé', 'Noé'],
    ['Léo', 'Léa'],
    ['R2', 'R3'],
    ['Борис', 'Бориса'],
    ['太郎', '次郎'],
  ])('%s and %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });
});

describe('a name', () => {
  it('is stored without what can’t be seen', () => {
    expect(memberName.parse('  Ａda  ')).toBe('Ada');
    expect(memberName.parse('E\u0301lodie')).toBe('Élodie');
  });

  it.each(['Adа', 'Αda B', 'Ada\u00AD', 'A\u2066da', 'Ada  B', ' - ', '42', '👍👍', 'a\nb', 'a\0b'])(
    'is refused: %j',
    (name) => {
      expect(memberName.safeParse(name).success).toBe(false);
    },
  );

  it('may not be the forum’s own', () => {
    for (const name of ['Les Tilleuls', 'les tiIleuls', 'L’équipe des Tilleuls', 'Modération Tilleuls'])
      expect([name, isReserved(name, 'Les Tilleuls')]).toEqual([name, true]);
    for (const name of ['Tilleul', 'Un voisin des Tilleuls', 'Camille'])
      expect([name, isReserved(name, 'Les Tilleuls')]).toEqual([name, false]);
    for (const name of ['Lyon', 'Gare de Lyon'])
      expect([name, isReserved(name, 'Forum de Lyon')]).toEqual([name, false]);
  });

  it('may not speak for the forum, in whatever letters', () => {
    for (const name of [
      'Modération',
      'MODERATION',
      'm0dération',
      'Équipe',
      'Palabre',
      'PaIabre',
      'аdmin',
      'Sans pseudonyme',
    ])
      expect([name, isReserved(name)]).toEqual([name, true]);
    for (const name of [
      'L’équipe',
      "l'équipe de modération",
      'La modération',
      'Équipe Palabre',
      'The moderators',
      'le forum',
      'Un·e admin',
    ])
      expect([name, isReserved(name)]).toEqual([name, true]);
    for (const name of ['Palabreuse', 'La', 'Camille de l’équipe B', 'Équipe de nuit', 'Le Facteur'])
      expect([name, isReserved(name)]).toEqual([name, false]);
  });
});
