import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

interface Built {
  file: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
}

const assets = new URL('../../../assets/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', assets), 'utf8')) as Record<string, Built>;
const entry = manifest['client/browser/main.ts'];

/** Everything that can be loaded from a page, the Socket.IO client included, but for what is left out and its parts. */
function loaded(names: string[], left: readonly string[] = [], known = new Set<string>()): Set<string> {
  for (const name of names) {
    const built = manifest[name];
    if (built === undefined || left.includes(name) || known.has(built.file)) continue;
    known.add(built.file);
    loaded([...(built.imports ?? []), ...(built.dynamicImports ?? [])], left, known);
  }
  return known;
}

/** Fetched where the page has what they are for. */
const OF_SOME_PAGES = [
  'client/browser/cases/map-filters.ts',
  'client/browser/cases/map-view.ts',
  'client/browser/kit/black-out.ts',
  'client/browser/kit/other-way.ts',
  'client/browser/desk/desk-page.ts',
  'client/browser/threads/live-questions.ts',
  'client/browser/towns/town-names.ts',
  'client/browser/writing/aids.ts',
  'client/browser/writing/completion.ts',
  'client/browser/writing/quote.ts',
  'client/browser/writing/similar.ts',
];

/** Fetched with the first file that somebody chooses, on no other page: it goes on after a break. */
const WITH_FILES = 'client/browser/writing/sent-files.ts';

const text = (file: string): string => readFileSync(new URL(file, assets), 'utf8');

describe('what scripts weigh', () => {
  test('what only the desk needs is not in the script of other pages', () => {
    expect(text(manifest['client/browser/desk/desk-page.ts']?.file ?? '')).toContain('data-keys-switch');
    expect(text(entry?.file ?? '')).not.toContain('data-keys-switch');
  });

  test('what helps to write and to quote is fetched when somebody does', () => {
    for (const [file, drawn] of [
      ['aids', '/api/preview'],
      ['quote', 'the form page holds no quote'],
    ] as const) {
      expect(text(manifest[`client/browser/writing/${file}.ts`]?.file ?? '')).toContain(drawn);
      expect(text(entry?.file ?? '')).not.toContain(drawn);
    }
  });

  test('what only the team sees is not in the style sheet of other pages', () => {
    const [ours, theirs] = ['client/styles/palabre.css', 'client/styles/team.css'].map((sheet) =>
      text(manifest[sheet]?.file ?? ''),
    );
    // As a class of its own: shared rules may leave out `.card-head` by name.
    for (const drawn of [/\.desk-head[\s{,.:>]/, /\.card[\s{,.:>]/, /\.role-form[\s{,.:>]/])
      expect([drawn.test(theirs ?? ''), drawn.test(ours ?? '')]).toEqual([true, false]);
    expect(theirs).not.toContain('.post-head');
  });

  test('nor is there what neither lists of threads nor a thread show, and what they load weighs less than 9 kB', () => {
    const [threads, wings] = ['client/styles/palabre.css', 'client/styles/wings.css'].map((sheet) =>
      text(manifest[sheet]?.file ?? ''),
    );
    for (const drawn of [/\.poster[\s{,.:>]/, /\.timeline[\s{,.:>]/, /\.spoken-all[\s{,.:>]/])
      expect([drawn.test(wings ?? ''), drawn.test(threads ?? '')]).toEqual([true, false]);
    expect(gzipSync(threads ?? '', { level: 9 }).length).toBeLessThan(9_000);
  });

  /** In bytes, compressed: what a page can load that has none of what these are for. */
  function weightWithout(left: readonly string[]): number {
    const leftFiles = [...left, WITH_FILES];
    expect(leftFiles.filter((name) => manifest[name] === undefined)).toEqual([]);
    const files = [...loaded(['client/browser/main.ts'], leftFiles)];
    expect(files.length).toBeGreaterThan(1);
    return files.map((file) => gzipSync(text(file), { level: 9 }).length).reduce((sum, size) => sum + size, 0);
  }

  test('all scripts of a reader’s page together stay well under 25 kB compressed', () => {
    expect(weightWithout(OF_SOME_PAGES)).toBeLessThan(16_500);
  });

  test('and those of a page where somebody writes or decides stay under it, each for itself', () => {
    for (const wanted of OF_SOME_PAGES)
      expect(weightWithout(OF_SOME_PAGES.filter((each) => each !== wanted))).toBeLessThan(25_000);
  });

  test('what sends files is fetched when the first one is chosen, and stays under 17 kB', () => {
    expect(manifest['client/browser/main.ts']?.dynamicImports).toContain(WITH_FILES);
    expect(gzipSync(text(manifest[WITH_FILES]?.file ?? ''), { level: 9 }).length).toBeLessThan(17_000);
    expect(text(entry?.file ?? '')).not.toContain('tus-resumable');
  });

  test('the Socket.IO client is not in the script that a page starts with', () => {
    expect(text(entry?.file ?? '')).not.toContain('priorWebsocketSuccess');
    const [client, ...others] = (entry?.dynamicImports ?? []).filter(
      (name) => !OF_SOME_PAGES.includes(name) && name !== WITH_FILES,
    );
    expect([others, text(manifest[client ?? '']?.file ?? '').includes('priorWebsocketSuccess')]).toEqual([[], true]);
  });

  test('names carry the hash of their content, and none of our own files names a server', () => {
    const style = manifest['client/styles/palabre.css']?.file ?? '';
    for (const file of [...loaded(['client/browser/main.ts']), style])
      expect(file).toMatch(/^[a-z-]+-[\w-]{8}\.(js|css)$/);
    for (const file of [entry?.file ?? '', style])
      expect(text(file)).not.toMatch(/(https?:)?\/\/[a-z0-9-]+\.[a-z]{2,}/i);
  });
});
