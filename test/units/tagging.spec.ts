import { fold } from '../../src/markup/fold.js';
import { render } from '../../src/markup/render.js';

const tag = (key: string, words: string): string => `<a href="/tag/${encodeURIComponent(key)}">#${words}</a>`;
const called = (name: string): string => `<span class="mention">@${name}</span>`;

describe('a word behind # is a tag', () => {
  it.each([
    ['Voir #caméras.', `Voir ${tag('cameras', 'caméras')}.`],
    ['#Vidéo_2026, #Œuvre', `${tag('video_2026', 'Vidéo_2026')}, ${tag('oeuvre', 'Œuvre')}`],
    ['(#ici) «#là»', `(${tag('ici', 'ici')}) «\u00a0${tag('la', 'là')}\u00a0»`],
    ['#E\u0301te\u0301', tag('ete', 'E\u0301te\u0301')],
    ['#камера', tag('камера', 'камера')],
    ['**#gras**', `<strong>${tag('gras', 'gras')}</strong>`],
    ['Le #5, le #1984, #a, # mot et page#haut', null],
    [`#${'a'.repeat(41)}`, null],
    [`#${'a'.repeat(40)}`, tag('a'.repeat(40), 'a'.repeat(40))],
    ['##double, a.#mot, &a#mot', null],
  ])('%s', (source, html) => {
    expect(render(source, 'fr')).toBe(`<p>${html ?? source.replace('&', '&amp;')}</p>`);
  });

  it('but not in code, in a link, or in an address', () => {
    const drawn = render(
      '`#code` [un #lien](https://a.example/#mot) https://b.example/#ancre\n\n```\n#bloc\n```',
      'fr',
    );
    expect(drawn).not.toContain('/tag/');
  });

  it('folds as search does', () => {
    for (const word of ['Événement', 'ŒUVRE', 'ÆTHER', 'İstanbul', 'ﬁn', 'Straße', 'naïve'])
      expect(render(`#${word}`, 'fr')).toContain(`"/tag/${encodeURIComponent(fold(word))}"`);
  });
});

describe('a name behind @ calls somebody', () => {
  it.each([
    ['Merci @Amina.', `Merci ${called('Amina')}.`],
    ['@Jean-Luc, @Zoé_M : oui', `${called('Jean-Luc')}, ${called('Zoé_M')}\u00a0: oui`],
    ['moi@ici.example, @moi@serveur.example, @ seul, @-', null],
  ])('%s', (source, html) => {
    expect(render(source, 'fr')).toBe(`<p>${html ?? source}</p>`);
  });

  it('but not in code, in links, or in what is quoted', () => {
    const drawn = render('> Dit @Amina, #mot\n\n`@Amina` [@Amina](https://a.example/)', 'fr');
    expect(drawn).not.toContain('mention');
    expect(drawn).toContain(tag('mot', 'mot'));
  });
});
