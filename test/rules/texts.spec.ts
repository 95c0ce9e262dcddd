import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';

interface Node {
  type: string;
  [key: string]: unknown;
}

/** Attributes that people see or hear. */
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
  'content',
  'words',
  'hint',
  'optional',
  'data-one',
  'data-many',
]);
/** What the head of a page says to programs. */
const MACHINES = new Set(['width=device-width, initial-scale=1', '#eff2de', '#171c16', 'noindex']);
/** Names of works, people and licences, which no language changes. */
const NAMES = new Set(['svg-maps', ', Victor Cazanave,', 'CC BY 4.0']);
const LETTERS = /\p{L}{2}/u;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function children(node: Node): Node[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

/** The pieces of text that an expression can come to: both branches of a choice, the fixed parts of a template. */
function literals(node: Node): string[] {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? [node['value']] : [];
  if (node.type === 'TemplateElement') return [(node['value'] as { raw: string }).raw];
  if (
    [
      'JSXExpressionContainer',
      'ConditionalExpression',
      'LogicalExpression',
      'TemplateLiteral',
      'ParenthesizedExpression',
    ].includes(node.type) ||
    node['operator'] === '+'
  ) {
    const { test: _test, ...rest } = node;
    return children(rest as Node).flatMap(literals);
  }
  return [];
}

/** Text that stands in the markup itself, or in an attribute that is spoken. */
function inMarkup(node: Node): string[] {
  if (node.type === 'JSXText') return [node['value'] as string];
  if (node.type === 'JSXAttribute') {
    const name = (node['name'] as { name: string }).name;
    const value = node['value'];
    return [
      ...(SPOKEN.has(name) && isNode(value) ? literals(value) : []),
      ...children(node)
        .filter((child) => child.type !== 'Literal')
        .flatMap(inMarkup),
    ];
  }
  const own =
    node.type === 'JSXElement' || node.type === 'JSXFragment'
      ? children(node)
          .filter((child) => child.type === 'JSXExpressionContainer')
          .flatMap(literals)
      : [];
  return [...own, ...children(node).flatMap(inMarkup)];
}

/** Every string of a file that is no import and no type. */
function strings(node: Node): string[] {
  if (node.type.startsWith('TS') || node.type === 'ImportDeclaration')
    return children(node)
      .filter((child) => !child.type.startsWith('TS') && child.type !== 'Literal')
      .flatMap(strings);
  return [
    ...(node.type === 'Literal' || node.type === 'TemplateElement' ? literals(node) : []),
    ...children(node).flatMap(strings),
  ];
}

function program(file: string, source: string): Node {
  const { program: parsed, errors } = parseSync(file, source);
  expect(errors).toEqual([]);
  return parsed as unknown as Node;
}

const spokenIn = (file: string, source: string): string[] =>
  inMarkup(program(file, source)).filter(
    (text) => LETTERS.test(text) && !MACHINES.has(text) && !NAMES.has(text.trim()),
  );
/** A word that only French has: enough to find a sentence that strayed from its catalogue. */
const FRENCH = /[àâçéèêëîïôûùœ«»’]|\b(?:votre|vous|une|des|les|est|pas)\b/i;
const frenchIn = (file: string, source: string): string[] =>
  strings(program(file, source)).filter((text) => /\p{L}\s+\S/u.test(text) && FRENCH.test(text));
const found = (files: string[], look: (file: string, source: string) => string[]): string[] =>
  files.flatMap((file) => look(file, readFileSync(file, 'utf8')).map((text) => `${file}: ${text.trim()}`));

describe('words for people', () => {
  test('no page and no part has any but those of the catalogues', () => {
    const files = globSync('client/**/*.tsx');
    expect(files.filter((file) => file.split('/').length > 3).length).toBeGreaterThan(20);
    expect(found(files, spokenIn)).toEqual([]);
  });

  test('no string of the forum outside the catalogues is a French sentence', () => {
    const files = globSync('{src,client}/**/*.{ts,tsx}').filter(
      (file) => !/^client\/locales\/|^src\/(demo|markup)\//.test(file),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(found(files, frenchIn)).toEqual([]);
  });

  test.each([
    '<p>Bonjour</p>',
    '<p>{count} messages</p>',
    '<input placeholder="Votre nom" />',
    '<nav aria-label={old ? "Pages" : t.pages} />',
    '<b>{`${name} écrit`}</b>',
    '<b>{yes && "oui"}</b>',
    '<Field label="Titre" hint={`de ${x} à ${y}`} />',
  ])('finds the words in %s', (markup) => {
    expect(spokenIn('a.tsx', `export const a = ${markup};`)).not.toEqual([]);
  });

  test.each([
    '<p class="meta">{t.read}</p>',
    '<a href="/recent" rel="next">{t.next} · {3}</a>',
    '<form method="post" />',
  ])('leaves %s alone', (markup) => {
    expect(spokenIn('a.tsx', `export const a = ${markup};`)).toEqual([]);
  });

  test('finds a French sentence in a program', () => {
    expect(frenchIn('a.ts', 'export const a = { b: `Votre message attend ${c}` };')).toEqual([
      'Votre message attend ',
    ]);
  });
});
