import { read } from '../../client/locales/fr/threads/threads.js';
import { anchorNotes } from '../../src/markup/anchor-notes.js';
import { excerpt } from '../../src/markup/excerpt.js';
import { links } from '../../src/markup/links.js';
import { quote, quotePage } from '../../src/markup/quote.js';
import { render } from '../../src/markup/render.js';

const REL = 'rel="nofollow ugc noreferrer"';

/**
 * Renders in French, on one line, with what can't be seen written as `⍽` (no-break space) and `⸱` (the narrow one).
 */
function seen(source: string, language: 'fr' | 'en' = 'fr'): string {
  return render(source, language).replaceAll('\n', '').replaceAll('\u00a0', '⍽').replaceAll('\u202f', '⸱');
}

describe('a message as people write it', () => {
  test('has paragraphs, line breaks, strong words and a link', () => {
    expect(
      seen(
        'Jeudi, le conseil a voté **42** caméras.\nLe marché sort en {janvier}.\n\nVoir https://mairie.example/actes.',
      ),
    ).toBe(
      '<p>Jeudi, le conseil a voté <strong>42</strong> caméras.<br />Le marché sort en <i>janvier</i>.</p>' +
        `<p>Voir <a href="https://mairie.example/actes" ${REL}>https://mairie.example/actes</a>.</p>`,
    );
  });

  test('quotes with lines behind > and answers on the next line', () => {
    expect(seen('> Personne ne l’a vue.\nMoi si.')).toBe(
      '<blockquote class="quote"><p>Personne ne l’a vue.</p></blockquote><p>Moi si.</p>',
    );
  });

  test('shows code as it is, in a block that a keyboard can reach', () => {
    expect(seen('```sh\nls -l "{x}" ; echo « ? »\n```')).toBe(
      '<pre tabindex="0"><code>ls -l "{x}" ; echo « ? »</code></pre>',
    );
  });

  test('may be empty or only spaces', () => {
    expect(seen('')).toBe('');
    expect(seen(' \n \t\n')).toBe('');
  });
});

describe('the SPIP shortcuts', () => {
  test.each([
    ['{{gras}} {ital}', '<p><strong>gras</strong> <i>ital</i></p>'],
    ['{{{Titre}}} suite', '<h3>Titre</h3><p>suite</p>'],
    ['{{{Un {{gras}} titre}}}', '<h3>Un <strong>gras</strong> titre</h3>'],
    ['-* un\n-** deux\n-# trois', '<ul><li>un<ul><li>deux</li></ul></li></ul><ol><li>trois</li></ol>'],
    ['{{gras\nsur deux}} lignes', '<p><strong>gras<br />sur deux</strong> lignes</p>'],
    ['{{sans\nfin', '<p>{{sans<br />fin</p>'],
    ['a\n_ b', '<p>a<br />b</p>'],
    ['a\n\n----\n\nb', '<p>a</p><hr /><p>b</p>'],
    [
      '|{{A}}|{{B}}|\n|1|2|',
      '<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    ],
    ['|a|<|\n|b|c|', '<table><tbody><tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr></tbody></table>'],
    ['|a|b|\n|^|c|', '<table><tbody><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>'],
    ['Dit <quote>cité</quote> fin', '<p>Dit</p><blockquote class="quote"><p>cité</p></blockquote><p>fin</p>'],
    ['<poesie>un\ndeux</poesie>', '<blockquote class="poem"><div>un</div><div>deux</div></blockquote>'],
    ['<cadre>a {b}</cadre>', '<pre tabindex="0"><code>a {b}</code></pre>'],
    ['<code>a {b}</code>', '<p><code>a {b}</code></p>'],
    [
      '\\{a\\} \\[b->https://x.example]',
      `<p>{a} [b-&gt;<a href="https://x.example/" ${REL}>https://x.example</a>]</p>`,
    ],
  ])('%j', (source, html) => expect(seen(source)).toBe(html));

  test('link a text with its title and its language', () => {
    expect(seen('[texte|un titre{en}->https://example.org]')).toBe(
      `<p><a href="https://example.org/" title="un titre" hreflang="en" ${REL}>texte</a> <span class="host">example.org</span></p>`,
    );
  });

  test('lead to the encyclopedia of the language of the text', () => {
    expect(seen('[?arbre à palabres]')).toContain('href="https://fr.wikipedia.org/wiki/arbre_%C3%A0_palabres"');
    expect(seen('[? mot | explication ]')).toContain('wiki/mot" title="explication"');
    expect(seen('[?tree]', 'en')).toContain('href="https://en.wikipedia.org/wiki/tree"');
  });
});

describe('where SPIP, Markdown and prose claim the same sign', () => {
  test.each([
    ['snake_case, __init__ and _x_ are names', 'mon_champ et __init__ et _x_', '<p>mon_champ et __init__ et _x_</p>'],
    ['one dash is a line of dialogue', '- Bonjour.', '<p>- Bonjour.</p>'],
    ['two dashes are a list', '- un\n- deux', '<ul><li>un</li><li>deux</li></ul>'],
    [
      'a paragraph set in belongs to its item',
      '- un\n\n  suite\n- deux',
      '<ul><li><p>un</p><p>suite</p></li><li><p>deux</p></li></ul>',
    ],
    [
      'a negative number is no list',
      'Il fait\n-5 degrés\n-10 demain',
      '<p>Il fait<br />-5 degrés<br />-10 demain</p>',
    ],
    ['stars and numbers make lists', '* a\n\n1. b', '<ul><li>a</li></ul><ol><li>b</li></ol>'],
    ['plus signs and years do not', '+ a\n\n1986. b', '<p>+ a</p><p>1986. b</p>'],
    ['-* is SPIP’s before it is a dash', '-* a', '<ul><li>a</li></ul>'],
    ['an arrow in prose is not a link', 'de [a -> b] à c', '<p>de [a -&gt; b] à c</p>'],
    ['a template is not strong', 'Mettez {{ user.name }}.', '<p>Mettez {{ user.name }}.</p>'],
    ['JSON is not italic', '{"a": {"b": 1}}', '<p>{"a": {"b": 1}}</p>'],
    ['a function is not italic', 'function() { return 1 }', '<p>function() { return 1 }</p>'],
    ['braces do not cross lines', 'a {b\nc} d', '<p>a {b<br />c} d</p>'],
    ['one number sign is a hashtag', '# Titre\n\n#vidéo', '<p># Titre</p><p><a href="/tag/video">#vidéo</a></p>'],
    ['two are a heading', '## Titre', '<h3>Titre</h3>'],
    ['three dashes are a line, three stars are not', '---\n\n***', '<hr /><p>***</p>'],
    [
      'a row of dashes makes headings',
      '|A|B|\n|---|---|\n|1|2|',
      '<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    ],
    ['two tildes strike out', '~~a~~', '<p><del>a</del></p>'],
    ['one is a tilde, but between a word and a number', '~a b~c page~12', '<p>~a b~c page⍽12</p>'],
    ['an indented line is no code', '    a', '<p>a</p>'],
    [
      'a definition does not vanish',
      '[a]: https://x.example',
      `<p>[a]⍽: <a href="https://x.example/" ${REL}>https://x.example</a></p>`,
    ],
    ['less-than is itself', 'a<b et c>d <3', '<p>a&lt;b et c&gt;d &lt;3</p>'],
  ])('%s', (_name, source, html) => expect(seen(source)).toBe(html));
});

describe('tags', () => {
  test('of the list are drawn, with no attribute but lang and title', () => {
    expect(
      seen(
        '<q lang="en" onclick="x">a</q> <abbr title="b">c</abbr> <del>d</del><ins>e</ins> <sup class="x">f</sup><br>g',
      ),
    ).toBe('<p><q lang="en">a</q> <abbr title="b">c</abbr> <del>d</del><ins>e</ins> <sup>f</sup><br />g</p>');
  });

  test('of any other name are shown as typed', () => {
    expect(seen('<script>a</script> <img src=x onerror=b> <span>c</span>')).toBe(
      '<p>&lt;script&gt;a&lt;/script&gt; &lt;img src=x onerror=b&gt; &lt;span&gt;c&lt;/span&gt;</p>',
    );
  });

  test('without a partner, or across another one, are shown as typed', () => {
    expect(seen('<b>a <i>b</b> c</i> **d <u>e** f</u>')).toBe(
      '<p><b>a &lt;i&gt;b</b> c&lt;/i&gt; <strong>d &lt;u&gt;e</strong> f&lt;/u&gt;</p>',
    );
  });
});

describe('links', () => {
  test('show the host behind words that do not', () => {
    expect(
      seen('[ici](https://a.example/x) [https://banque.example](https://a.example) [a.example](https://a.example/y)'),
    ).toBe(
      `<p><a href="https://a.example/x" ${REL}>ici</a> <span class="host">a.example</span>` +
        ` <a href="https://a.example/" ${REL}>https://banque.example</a> <span class="host">a.example</span>` +
        ` <a href="https://a.example/y" ${REL}>a.example</a></p>`,
    );
  });

  test('show what a host of other letters really is', () => {
    expect(seen('https://аpple.example')).toContain('<span class="host">xn--pple-43d.example</span>');
  });

  test('lose what follows people, and say so', () => {
    expect(seen('https://a.example/?utm_source=x&b=1&fbclid=y&MC_EID=z#c')).toBe(
      `<p><a href="https://a.example/?b=1#c" ${REL}>https://a.example/?b=1#c</a></p>`,
    );
    expect(seen('[a->https://a.example/?gclid=1]')).toContain('href="https://a.example/"');
  });

  test('lead to http, https and mail only', () => {
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://a.example',
      '//a.example',
      '/login',
      'page.html',
      'tel:1',
      'https://a@b.example',
    ]) {
      expect(seen(`[x->${address}]`)).not.toMatch(/<a [^>]*>x/);
      expect(seen(`[x](${address})`)).not.toMatch(/<a [^>]*>x/);
    }
    expect(seen('[x](mailto:a@b.example)')).toBe(`<p><a href="mailto:a@b.example" ${REL}>x</a></p>`);
  });

  test('lead to a mail address that is typed without its scheme', () => {
    expect(seen('[Écrire->nom@example.org]')).toBe(`<p><a href="mailto:nom@example.org" ${REL}>Écrire</a></p>`);
    expect(seen('[x->nom@example] [x->a/b@c.example]')).not.toContain('<a');
  });

  test('lead to a post of this forum in its exact form, without a host', () => {
    expect(seen('[x](/thread/12/posts/3)')).toBe('<p><a href="/thread/12/posts/3">x</a></p>');
    expect(seen('[x](/thread/12/posts/3/edits)')).toBe('<p>[x](/thread/12/posts/3/edits)</p>');
    const page = '/document/00000000-1111-4222-8333-444444444444/deliberation-31?page=7';
    expect(seen(`[x](${page})`)).toBe(`<p><a href="${page}">x</a></p>`);
    for (const other of [
      `${page}&x=1`,
      `${page}0000`,
      page.replace('deliberation', '../desk'),
      '/document/x/y',
      '/desk',
    ])
      expect(seen(`[x](${other})`)).toBe(`<p>[x](${other.replace('&', '&amp;')})</p>`);
  });

  test('are made of bare addresses with a scheme or www., not of names and mail addresses', () => {
    expect(seen('www.a.example/b, a.com moi@a.example')).toBe(
      `<p><a href="http://www.a.example/b" ${REL}>www.a.example/b</a>, a.com moi@a.example</p>`,
    );
  });

  test('stand for images', () => {
    expect(seen('![plan](https://a.example/p.png)')).toBe(
      `<p><a href="https://a.example/p.png" ${REL}>plan</a> <span class="host">a.example</span></p>`,
    );
  });

  test('are listed in order, each once, decoded, without the steps to the notes nor to posts of this forum', () => {
    expect(
      links(
        render(
          '[a](https://b.example/?x=1&y=2)[[n]] https://a.example [c->/thread/1/posts/2] https://a.example',
          'fr',
        ),
      ),
    ).toEqual(['https://b.example/?x=1&y=2', 'https://a.example/']);
  });
});

describe('French typography', () => {
  test.each([
    ['Vraiment ? Oui! Voici: a ; b.', 'Vraiment⸱? Oui⸱! Voici⍽: a⸱; b.'],
    ['« oui » et «non»', '«⍽oui⍽» et «⍽non⍽»'],
    ["L'été, c'est -- ou non -- 10--20", 'L’été, c’est — ou non — 10—20'],
    ['à 10:30 :) ;-) 20 %', 'à 10:30 :) ;-) 20⍽%'],
    ['{{Vraiment}} ? {{Note}}: « {oui} »', '<strong>Vraiment</strong>⸱? <strong>Note</strong>⍽: «⍽<i>oui</i>⍽»'],
    ['{{quoi?}} `a : b` : fin', '<strong>quoi⸱?</strong> <code>a : b</code>⍽: fin'],
    ['déjà\u00a0: posé\u202f!', 'déjà⍽: posé⸱!'],
    ['à 2,60 m, 12 000 € de 3 h 05 : nº 7', 'à 2,60⍽m, 12⍽000⍽€ de 3⍽h⍽05⍽: nº⍽7'],
    ['en 2026 3 hommes, 2 m’ont vu', 'en 2026 3 hommes, 2 m’ont vu'],
    ['« il dit « non » à « {tous} » »', '«⍽il dit “non” à “<i>tous</i>”⍽»'],
    ['« sans fin, « fini »', '«⍽sans fin, «⍽fini⍽»'],
  ])('%j', (source, html) => expect(seen(source)).toBe(`<p>${html}</p>`));

  test('leaves addresses alone', () => {
    expect(seen("https://a.example/l'eau--x;b?c:d!e")).toContain(">https://a.example/l'eau--x;b?c:d!e</a>");
  });

  test('is not set in English', () => {
    expect(seen('It\'s -- "so" ? Yes ! « a » p~1', 'en')).toBe('<p>It\'s -- "so" ? Yes ! « a » p~1</p>');
  });
});

describe('footnotes', () => {
  const html = render('Un[[première]] deux[[<*> à part]] trois[[<> cachée]] quatre[[{dernière}]]', 'fr');

  test('are numbered, named by hand or shown without a mark', () => {
    expect(html.replaceAll('\n', '')).toBe(
      '<p>Un<sup class="note"><a href="#note-1" id="ref-1">1</a></sup> deux<sup class="note"><a href="#note-2" id="ref-2">*</a></sup>' +
        ' trois quatre<sup class="note"><a href="#note-4" id="ref-4">3</a></sup></p><div class="notes">' +
        '<p id="note-1"><a href="#ref-1">1</a> première</p><p id="note-2"><a href="#ref-2">*</a> à part</p>' +
        '<p>cachée</p><p id="note-4"><a href="#ref-4">3</a> <i>dernière</i></p></div>',
    );
  });

  test('are given the prefix of their post in tags, and what looks like them in the text is not', () => {
    const anchored = anchorNotes(render('a[[b]] id="note-1" href="#ref-1"', 'fr'), 'p12-');
    expect(anchored).toContain('<a href="#p12-note-1" id="p12-ref-1">');
    expect(anchored).toContain('<p id="p12-note-1"><a href="#p12-ref-1">');
    expect(anchored).toContain('id="note-1" href="#ref-1"</p>');
  });

  test('without words are left as typed', () => {
    expect(seen('a[[]] b[[ ]]')).toBe('<p>a[[]] b[[ ]]</p>');
  });
});

describe('an excerpt', () => {
  test('is the text, cut at a word', () => {
    expect(excerpt(render('Un **mot** & deux.\n\nTrois « quatre » cinq', 'en'), 25)).toBe('Un mot & deux. Trois…');
    expect(excerpt(render('Un <b>mot</b> court', 'fr'), 80)).toBe('Un mot court');
  });

  test('has no space before a full stop that stands behind a link, strong words or code', () => {
    expect(
      excerpt(render('Voir la [page 14->https://a.example/b]. Et {{gras}}, [[note]] puis `code`.', 'fr'), 80),
    ).toBe('Voir la page 14. Et gras, puis code.');
  });

  test('says where a paragraph or an item ends that has no sign at its end', () => {
    expect(excerpt(render('Titre\n\nUne phrase.\n\n-* un\n-* deux !\n-* trois', 'fr'), 80)).toBe(
      'Titre\u00a0/ Une phrase. un\u00a0/ deux\u202f! trois',
    );
    expect(excerpt(render('Titre\n\nUne phrase', 'fr'), 9)).toBe('Titre…');
  });

  test('keeps the spaces at which no line may break, and cuts before an opening quotation mark', () => {
    expect(excerpt(render('À 2,60 m : « <q>un</q> deux » !', 'fr'), 80)).toBe(
      'À 2,60\u00a0m\u00a0: «\u00a0“un” deux\u00a0»\u202f!',
    );
    expect(excerpt(render('Il dit fort « non » et part', 'fr'), 15)).toBe('Il dit fort…');
  });

  test('that is quoted in a list turns its own quotes into nested ones', () => {
    expect(read.quoted('Il dit «\u00a0oui\u00a0» à «\u00a0tou…')).toBe('«\u00a0Il dit “oui” à “tou…\u00a0»');
  });

  test('leaves quotes, code, hosts and notes out, unless there is nothing else', () => {
    expect(excerpt(render('> cité\n\n```\ncode\n```\n\nMon [avis->https://a.example][[note]]', 'fr'), 80)).toBe(
      'Mon avis',
    );
    expect(excerpt(render('> cité', 'fr'), 80)).toBe('cité');
  });

  test('says what was typed, tags too', () => {
    expect(excerpt(render('a <script>b</script> &amp; c', 'fr'), 80)).toBe('a <script>b</script> & c');
  });
});

describe('the act of quoting', () => {
  const by = { name: 'Amina *R.* [x]', thread: 12, number: 3, label: 'nº 3' };

  test('quotes every line and links to the post', () => {
    expect(quote('Un\n\nDeux', by)).toBe(
      '> Un\n>\n> Deux\n>\n> [Amina \\*R\\.\\* \\[x\\], nº 3](/thread/12/posts/3)\n\n',
    );
  });

  test('quotes a page of a document by its beginning, and links to the page', () => {
    const of = { title: 'Vote [31]', label: 'page 7 sur 9', address: '/document/x/vote?page=7' };
    expect(quotePage('Un\nDeux', of)).toBe(
      '> Un\n> Deux\n>\n> [Vote \\[31\\], page 7 sur 9](/document/x/vote?page=7)\n\n',
    );
    expect(quotePage('', { ...of, label: '' })).toBe('> [Vote \\[31\\]](/document/x/vote?page=7)\n\n');
    const [first = ''] = quotePage('mot '.repeat(5_000), of).split('\n');
    expect([first.length < 1_600, first.endsWith('mot […]')]).toEqual([true, true]);
  });

  test('is drawn as a quote with its source, and the answer stands outside', () => {
    expect(seen(`${quote('Un <quote>vieux</quote>\n```\ncode\n```', by)}Réponse`)).toBe(
      '<blockquote class="quote"><p>Un</p><blockquote class="quote"><p>vieux</p></blockquote><pre tabindex="0"><code>code</code></pre>' +
        '<footer class="meta"><a href="/thread/12/posts/3">Amina *R.* [x], nº⍽3</a></footer></blockquote><p>Réponse</p>',
    );
  });
});

describe('limits', () => {
  test('a text that would grow more than eight times is shown as typed', () => {
    const source = '[?a] '.repeat(2000);
    expect(render(source, 'fr')).toBe(`<p>${source.trim()}</p>`);
  });

  test('quotes beyond the sixth level are shown as typed, not lost', () => {
    expect(seen(`${'>'.repeat(8)} a`)).toContain('<p>&gt;&gt; a</p>');
  });

  test('a heap of accents is cut', () => {
    expect(render(`a${'\u0301'.repeat(100)}`, 'fr')).toBe(`<p>a${'\u0301'.repeat(8)}</p>`);
  });
});
