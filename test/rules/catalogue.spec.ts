import { en } from '../../client/locales/en.js';
import { fr } from '../../client/locales/fr.js';

type Said = (...values: unknown[]) => unknown;
type Text = string | Said;

/** Every text of a catalogue by its path: `read.posts`, `rules.sections.0.1.2`. */
function texts(from: unknown, path = ''): [string, Text][] {
  if (typeof from === 'string' || typeof from === 'function') return [[path, from as Text]];
  return Object.entries(from as object).flatMap(([key, value]) => texts(value, path === '' ? key : `${path}.${key}`));
}

/** What a text says; one with blanks says it of these values. */
function said(text: Text, ...values: unknown[]): string {
  return typeof text === 'string' ? text : String(text(...values));
}

/** Numbers do for every blank: what is meant for a name is only put in. */
function allSaid(text: Text): string[] {
  const detail = { seconds: 40, min: 3, max: 60 };
  return [said(text, 1, 1), said(text, 2, 0), said(text, 1200, 7), said(text, detail)];
}

/** What one types into the search box is no sentence of ours. */
const isTyped = ([path]: [string, Text]): boolean => /^search\.signsList\.\d+\.0$/.test(path);

const french = texts(fr).filter((each) => !isTyped(each));
const english = new Map(texts(en).filter((each) => !isTyped(each)));
const shape = (text: Text): string => (typeof text === 'string' ? 'text' : `text with ${text.length} blanks`);

/** Whoever reads a text to choose a word has to name its blank `count`. */
const counting = french.filter(
  ([path, text]) =>
    typeof text === 'function' &&
    /^\(?count\b/.test(text.toString()) &&
    !path.startsWith('dates.') &&
    path !== 'read.count',
);

/** Addresses and the forms of our markup are not French. */
const prose = (text: string): string => text.replace(/https?:\/\/\S+|\{count\}/g, '');

describe('the catalogues', () => {
  test('French and English have the same texts, with the same blanks', () => {
    expect(french.length).toBeGreaterThan(300);
    expect([...english].map(([path, text]) => `${path}: ${shape(text)}`)).toEqual(
      french.map(([path, text]) => `${path}: ${shape(text)}`),
    );
  });

  test.each([
    ['French', french],
    ['English', [...english]],
  ])('no %s text is empty', (_, all) => {
    const empty = all.filter(([, text]) => allSaid(text).every((each) => each.trim() === ''));
    expect(empty).toEqual([]);
  });

  test('no text is left in the other language: those that are the same are few and known', () => {
    const same = french
      .filter(([path, text]) => typeof text === 'string' && /\p{L}{4}/u.test(text) && text === english.get(path))
      .map(([path]) => path);
    expect(new Set(same)).toEqual(
      new Set([
        'site.forum',
        'asking.question',
        'cases.fields.lat',
        'cases.fields.lon',
        'notices.title',
        'documents.format',
        'documents.library',
        'documents.natures.photo',
        'invitations.title',
        'search.kinds.document',
        'site.administration',
        'site.words.contact',
        'write.markNames.code',
        'site.forumNav',
        'roles.administrator',
        'read.pages',
        'read.page',
        'reading.page',
        'reading.epub',
        'account.languages.fr',
        'account.languages.en',
        'account.firstCategories.1.slug',
        'account.firstCategories.1.name',
      ]),
    );
  });

  test('every text with a count has a singular and a plural', () => {
    expect(counting.length).toBeGreaterThan(10);
    const alike = counting.filter(
      ([, text]) => said(text, 1, 'x').replace(/\d/g, '') === said(text, 2, 'x').replace(/\d/g, ''),
    );
    expect(alike.map(([path]) => path)).toEqual([]);
  });

  test('the French plural begins at two, the English one at everything but one', () => {
    expect([0, 1, 2, 1200].map((count) => fr.read.posts(count))).toEqual([
      '0\u00A0message',
      '1\u00A0message',
      '2\u00A0messages',
      '1\u202F200\u00A0messages',
    ]);
    expect([0, 1, 2, 1200].map((count) => en.read.posts(count))).toEqual([
      '0 posts',
      '1 post',
      '2 posts',
      '1,200 posts',
    ]);
  });

  test('« de » gives way before a vowel', () => {
    expect(fr.write.kindBy('Réponse', 'Amina')).toBe('Réponse d’Amina');
    expect(fr.write.kindBy('Réponse', 'Yann')).toBe('Réponse de Yann');
  });
});

describe('French typography', () => {
  const rules: [string, RegExp][] = [
    ['a straight apostrophe or quote', /['"]/],
    ['a colon without U+00A0 before it', /(?<![\u00A0\d/]):/],
    ['a ; ! or ? without U+202F before it', /(?<!\u202F)[;!?]/],
    ['an opening « without U+00A0 behind it', /«(?!\u00A0)/],
    ['a closing » without U+00A0 before it', /(?<!\u00A0)»/],
    ['thousands that may break', /\d \d{3}\b/],
    ['three dots instead of …', /\.\.\./],
    ['a hyphen for a dash', / - /],
  ];

  test.each(rules)('no text has %s', (_, broken) => {
    const found = french.flatMap(([path, text]) =>
      allSaid(text)
        .map((each) => prose(each))
        .filter((each) => broken.test(each))
        .map((each) => `${path}: ${each}`),
    );
    expect([...new Set(found)]).toEqual([]);
  });

  test.each(["l'arbre", 'Qui êtes-vous ?', 'Motif : aucun', '« sans »', '20 000'])(
    'finds what is wrong in « %s »',
    (wrong) => {
      expect(rules.some(([, broken]) => broken.test(wrong))).toBe(true);
    },
  );

  test('English has typographic apostrophes too', () => {
    expect(
      [...english].filter(([, text]) => allSaid(text).some((each) => /['"]/.test(each))).map(([path]) => path),
    ).toEqual([]);
  });
});
