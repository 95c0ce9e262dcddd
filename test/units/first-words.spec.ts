import { expect, test } from '@jest/globals';
import { firstWords } from '../../client/desk/first-words.js';

const LONG = ' et encore quelques mots'.repeat(12);

test('the first words of a card keep their spaces, glue no lines, and put none before a full stop', () => {
  const html = `<p>Voir <a href="/x">la page 14</a>. Elle dit <em>non</em>, et «\u00a0oui\u00a0»\u202f!</p><ul><li>un</li><li>deux</li></ul><p>Fin${LONG}</p>`;
  expect(firstWords(html)).toMatch(
    /^<p>Voir la page 14\. Elle dit non, et «\u00a0oui\u00a0»\u202f! un deux Fin et encore .* …<\/p>$/,
  );
});

test('a short text is shown as it is', () => {
  expect(firstWords('<p>Un <b>mot</b>.</p>')).toBe('<p>Un <b>mot</b>.</p>');
});
