import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signatureOf } from '../../src/articles/signature.js';
import { hostSite, SITE_KEY, signed } from '../host-site.js';
import { openWorld, type World } from '../world.js';

const examples = resolve(import.meta.dirname, '../../../docs/embed/include');
const words = {
  site: 'feuille',
  identifier: 'été/331 & co',
  title: 'L’« été » & 100 % <nu>',
  url: 'https://feuille.example/?a=1&b=é',
};
const run = promisify(execFile);

/** Each prints the address for the words above. */
const LANGUAGES: [string, string[]][] = [
  [
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { palabreAddress } from ${JSON.stringify(join(examples, 'palabre.mjs'))};
    const { site, identifier: article, title, url } = ${JSON.stringify(words)}; process.stdout.write(palabreAddress({ forum: 'https://forum.example', key: ${JSON.stringify(SITE_KEY)}, site, article, title, url }))`,
    ],
  ],
  [
    'python3',
    [
      '-c',
      `import sys, json; sys.path.insert(0, ${JSON.stringify(examples)}); sys.dont_write_bytecode = True
from palabre import palabre_address
w = json.loads(${JSON.stringify(JSON.stringify(words))}); sys.stdout.write(palabre_address('https://forum.example', ${JSON.stringify(SITE_KEY)}, w['site'], w['identifier'], w['title'], w['url']))`,
    ],
  ],
  [
    'php',
    [
      '-r',
      `require ${JSON.stringify(join(examples, 'palabre.php'))}; $w = json_decode(${JSON.stringify(JSON.stringify(words)).replaceAll('$', '\\$')}, true); echo palabre_address('https://forum.example', ${JSON.stringify(SITE_KEY)}, $w['site'], $w['identifier'], $w['title'], $w['url']);`,
    ],
  ],
];
const there = LANGUAGES.filter(([command]) => spawnSync(command, ['--version']).status === 0);

describe('the helpers that sign', () => {
  it.each(there)('in %s say what the forum says', (command, given) => {
    const { stdout, stderr } = spawnSync(command, given, { encoding: 'utf8' });
    expect(stderr).toBe('');
    const address = new URL(stdout);
    expect(decodeURIComponent(address.pathname)).toBe('/articles/feuille/été/331 & co/comments.html');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      title: words.title,
      url: words.url,
      signature: signatureOf(SITE_KEY, words),
    });
  });
});

describe('a folder of static pages', () => {
  let world: World;
  let folder: string;
  beforeAll(async () => {
    world = await openWorld();
    await hostSite(world.db.owner, { slug: 'feuille', category: await world.category({ slug: 'feuille' }) });
    folder = mkdtempSync(join(tmpdir(), 'palabre-static-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await world.close();
  });

  it('gets its sections put in, again and again, and says where when the forum is away', async () => {
    const { title, url } = signed('feuille', '331', 'Été & <nu>');
    const page = join(folder, 'article.html');
    writeFileSync(
      page,
      `<!doctype html><title>Été &amp; &lt;nu&gt;</title><link rel="canonical" href="${url}"><article>…</article><!--palabre 331--><!--/palabre-->`,
    );
    const env = { ...process.env, PALABRE_FORUM: world.url, PALABRE_SITE: 'feuille', PALABRE_KEY: SITE_KEY };
    for (let time = 0; time < 2; time++) {
      expect((await run(process.execPath, [join(examples, 'static.mjs'), folder], { env })).stdout).toBe(
        'article.html\n',
      );
      const made = readFileSync(page, 'utf8');
      expect(made.match(/palabre-comments/g)).toHaveLength(1);
      expect(made).toContain(`name="title" value="${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}"`);
      expect(made).toContain('<article>…</article><!--palabre 331--><section');
    }
    await run(process.execPath, [join(examples, 'static.mjs'), folder], {
      env: { ...env, PALABRE_FORUM: 'http://127.0.0.1:9' },
    });
    expect(readFileSync(page, 'utf8')).toMatch(
      /<!--palabre 331--><p><a href="http:\/\/127\.0\.0\.1:9\/articles\/feuille\/331\?title=/,
    );
  });
});
