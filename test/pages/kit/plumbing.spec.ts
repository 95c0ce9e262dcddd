import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ConsoleLogger, Controller, Get, Logger, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Assets } from '../../../src/web/kit/assets.js';
import { RouteTable } from '../../../src/web/kit/route-table.js';
import { askRaw, unpacked } from '../../wire.js';
import { openWorld, type Person, type World } from '../../world.js';

let world: World;
let ada: Person;

beforeAll(async () => {
  world = await openWorld();
  ada = await world.member('Ada');
});
afterAll(() => world.close());

const HEADERS = {
  'content-security-policy':
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';manifest-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'permissions-policy': expect.stringContaining('camera=()'),
};

describe('the routes', () => {
  it('say who may use them, all of them', () => {
    const { routes } = world.app.get(RouteTable, { strict: false });
    expect(routes.length).toBeGreaterThan(12);
    for (const { mark, path } of routes)
      expect([path, ['everyone', 'guests', 'members', 'moderators', 'administrators'].includes(mark)]).toEqual([
        path,
        true,
      ]);
  });

  it('are the ones that the server has, besides the files of the build', () => {
    const { routes } = world.app.get(RouteTable, { strict: false });
    const server = world.app.getHttpAdapter().getInstance();
    for (const { method, path } of routes)
      expect([path, server.hasRoute({ method: method as 'GET', url: path })]).toEqual([path, true]);
    const printed = server.printRoutes({ commonPrefix: false, includeHooks: false }) as string;
    const handlers = printed.match(/\((?:GET|POST|PUT|PATCH|DELETE)\b[^)]*\)/g) ?? [];
    const files = 1;
    expect(handlers.length).toBeLessThanOrEqual(routes.length + files);
  });

  it('stop the start when one says nothing', async () => {
    @Controller('forgotten')
    class ForgottenController {
      @Get()
      show(): string {
        return '';
      }
    }
    @Module({ imports: [DiscoveryModule], controllers: [ForgottenController], providers: [RouteTable] })
    class ForgottenModule {}
    const app = await NestFactory.create(ForgottenModule, new FastifyAdapter(), { logger: false });
    await expect(app.init()).rejects.toThrow('ForgottenController.show does not say who may use it');
    await app.close();
  });
});

describe('every answer', () => {
  it.each([
    '/',
    '/login',
    '/healthz',
    '/nothing/here',
    '/%zz',
    '/api/nothing',
    '/assets/nothing.css',
    '/me',
    '/desk',
    `/thread/${'9'.repeat(400)}/x`,
    '/thread/1/%00',
    '//evil.example',
  ])('carries the headers that protect: %s', async (path) => {
    const answer = await world.visitor().get(path);
    expect(Object.fromEntries(answer.headers)).toMatchObject(HEADERS);
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers.get('strict-transport-security')).toBeNull();
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(answer.headers.getSetCookie()).toEqual([]);
    if (answer.status >= 400) expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('of a script or a style sheet carries what these obey, and not what only pages do', async () => {
    const { style, script } = world.app.get(Assets, { strict: false }).addresses;
    for (const path of [style, script]) {
      const { status, headers } = await world.visitor().get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const bytes = [...headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);
      expect([path, bytes < 500 ? 'light' : [...headers]]).toEqual([path, 'light']);
    }
  });

  it('asks for https only under the https name', async () => {
    const secure = await openWorld({ config: { publicUrl: 'https://forum.example' } });
    try {
      const ask = (host: string) => secure.app.inject({ url: '/login', headers: { host } });
      expect((await ask('forum.example')).headers['strict-transport-security']).toBe('max-age=63072000');
      expect((await ask('abcdef.onion')).headers['strict-transport-security']).toBeUndefined();
      const member = await secure.member('Ada');
      const logIn = (host: string) =>
        secure.app.inject({
          method: 'POST',
          url: '/login',
          headers: { host, origin: `https://${host}`, 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ name: 'Ada', password: member.password }).toString(),
        });
      expect((await logIn('forum.example')).headers['set-cookie']?.[0]).toMatch(
        /^__Host-palabre=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      );
      expect((await logIn('abcdef.onion')).headers['set-cookie']?.[0]).toMatch(
        /^palabre=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
      );
    } finally {
      await secure.close();
    }
  });
});

describe('an address that leads nowhere', () => {
  it('is a page that a person understands, in the language of the visitor', async () => {
    const french = await world.visitor().get('/nothing/here');
    expect([french.status, french.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(french.html().querySelector('html')?.getAttribute('lang')).toBe('fr');
    expect(french.html().querySelector('h1')?.text).toBe('Il n’y a rien à cette adresse');
    expect(french.text).toContain('Certaines pages demandent un compte');
    for (const way of ['/login', '/follow'])
      expect(french.html().querySelector(`main a[href="${way}"]`)).not.toBeNull();
    await world.db.owner.query(`update private.account set language = 'en' where member_id = $1`, [ada.id]);
    const english = await world.visitor(ada.cookie).get('/nothing/here');
    expect(english.html().querySelector('html')?.getAttribute('lang')).toBe('en');
    expect(english.html().querySelector('h1')?.text).not.toBe('Il n’y a rien à cette adresse');
    expect(english.text).toContain('Ada');
    // Who is logged in already is not sent to log in.
    expect(english.html().querySelector('main a[href="/login"]')).toBeNull();
    expect(english.html().querySelector('main a[href="/follow"]')).not.toBeNull();
  });

  it('is a few words of JSON for a tool', async () => {
    const answer = await world.visitor().get('/api/nothing');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8']);
    expect(JSON.parse(answer.text)).toEqual({ error: 'not-found', detail: {} });
  });

  it('does not lead out of the folder of assets', async () => {
    for (const path of [
      '/assets/..%2fpackage.json',
      '/assets/%2e%2e/package.json',
      '/assets/....//package.json',
      '/assets/',
      '/assets',
    ]) {
      const answer = await world.visitor().get(path);
      expect([403, 404]).toContain(answer.status);
      expect(answer.text).not.toContain('dependencies');
    }
  });
});

describe('the style sheet', () => {
  it.each([
    ['gzip;q=0, *', 'br'],
    ['br;q=0, *;q=0.5', 'gzip'],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['gzip;q=0, br', 'br'],
    ['gzip', 'gzip'],
  ])('is compressed as its reader accepts it, like a page: %s', async (accepted, encoding) => {
    const { style } = world.app.get(Assets, { strict: false }).addresses;
    for (const path of [style, '/']) {
      const { status, headers } = await askRaw(world.url + path, { headers: { 'accept-encoding': accepted } });
      expect([path, status, headers['content-encoding']]).toEqual([path, 200, encoding]);
      expect(headers.vary).toMatch(/accept-encoding/i);
    }
  });

  it('is ours, and kept for ever when its name tells its content', async () => {
    const address =
      (await world.visitor().get('/login')).html().querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? '';
    const answer = await world.visitor().get(address);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    const isNamedByContent = /-[\w-]{8}\.css$/.test(address);
    expect(isNamedByContent).toBe(Assets.areBuilt);
    expect(answer.headers.get('cache-control')).toBe(
      isNamedByContent ? 'public, max-age=31536000, immutable' : 'public, max-age=0',
    );
    const { etag } = (await askRaw(world.url + address)).headers;
    expect((await askRaw(world.url + address, { headers: { 'if-none-match': String(etag) } })).status).toBe(304);
  });

  it('lies beside itself compressed, whoever asks for it', async () => {
    const address =
      (await world.visitor().get('/login')).html().querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? '';
    const [plain, br, gzip] = await Promise.all(
      ['identity', 'gzip, deflate, br', 'gzip'].map((encoding) =>
        askRaw(world.url + address, { headers: { 'accept-encoding': encoding } }),
      ),
    );
    expect([plain, br, gzip].map((answer) => answer?.headers['content-encoding'])).toEqual(
      Assets.areBuilt ? [undefined, 'br', 'gzip'] : [undefined, undefined, undefined],
    );
    expect([br, gzip].map((answer) => unpacked(answer).equals(unpacked(plain)))).toEqual([true, true]);
    expect([plain, br, gzip].map((answer) => answer?.headers['vary'])).toEqual(Array(3).fill('accept-encoding'));
  });
});

describe('the icon', () => {
  it('is our own, drawn or in dots for older browsers', async () => {
    expect((await world.visitor().get('/login')).html().querySelector('link[rel=icon]')?.getAttribute('href')).toBe(
      '/favicon.svg',
    );
    const drawing = await world.visitor().get('/favicon.svg');
    expect([drawing.status, drawing.headers.get('content-type'), drawing.headers.get('cache-control')]).toEqual([
      200,
      'image/svg+xml',
      'public, max-age=86400',
    ]);
    expect(drawing.text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(drawing.text.match(/https?:/g)).toHaveLength(1);
    const dots = await askRaw(`${world.url}/favicon.ico`);
    expect([dots.status, dots.headers['content-type'], dots.body.readUInt16LE(2)]).toEqual([200, 'image/x-icon', 1]);
    // What an entry points to is a picture that browsers know.
    expect(
      dots.body
        .subarray(dots.body.readUInt32LE(6 + 12) + 1)
        .subarray(0, 3)
        .toString(),
    ).toBe('PNG');
    expect(dots.body.length).toBeLessThan(4_000);
  });
});

describe('an answer that is drawn for one request', () => {
  const encodings = ['identity', 'gzip, deflate, br, zstd', 'gzip, deflate, br', 'gzip;q=1, br;q=0'];
  const long = JSON.stringify({ text: 'Une caméra de plus, rue des Lilas.\n\n'.repeat(40) });

  it.each([
    ['a page', '/rules', {}],
    ['a page that is somebody’s own', '/me', {}],
    ['an error', '/nothing/here', {}],
    ['JSON', '/api/preview', { method: 'POST', body: long, headers: { 'content-type': 'application/json' } }],
  ])('is compressed as its reader can read it: %s', async (_, path, asked) => {
    const answers = await Promise.all(
      encodings.map((encoding) =>
        askRaw(world.url + path, {
          ...asked,
          headers: {
            ...('headers' in asked ? asked.headers : {}),
            origin: world.url,
            cookie: ada.cookie,
            'accept-encoding': encoding,
          },
        }),
      ),
    );
    expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'zstd', 'br', 'gzip']);
    for (const answer of answers) {
      expect(unpacked(answer).equals(unpacked(answers[0]))).toBe(true);
      expect(answer.headers).toMatchObject({
        vary: expect.stringContaining('Accept-Encoding'),
        'content-length': String(answer.body.length),
      });
    }
    expect(answers[1]?.body.length).toBeLessThan((answers[0]?.body.length ?? 0) / 2);
  });

  it('says in HEAD what it would say in GET, and stays as it is when it is short', async () => {
    const headers = { 'accept-encoding': 'br' };
    const [page, head] = [
      await askRaw(`${world.url}/login`, { headers }),
      await askRaw(`${world.url}/login`, { method: 'HEAD', headers }),
    ];
    expect([head.body.length, { ...head.headers, date: '' }]).toEqual([0, { ...page.headers, date: '' }]);
    const short = await askRaw(`${world.url}/healthz`, { headers });
    expect([short.headers['content-encoding'], short.body.toString()]).toEqual([undefined, 'ok\n']);
  });
});

describe('the masthead', () => {
  it('tells moderators how much waits at their own desk, and nobody else', async () => {
    const [here, there] = ['ici', 'ailleurs'];
    for (const slug of [here, there]) await world.category({ slug });
    const thread = await world.thread({ category: here, title: 'Un sujet ouvert', text: 'Premier message' });
    const people = {
      here: await world.member('Nadia', { role: 'moderator', categories: [here] }),
      there: await world.member('Noam', { role: 'moderator', categories: [there] }),
      member: await world.member('Maud'),
    };
    await world.visitor().post(`/thread/${thread}/replies`, { text: 'Une réponse', key: 'cle-de-test-abcdef' });
    const shown = async (cookie: string | null) =>
      (await world.visitor(cookie).get('/recent')).html().querySelector('.masthead [data-waiting]')?.text;
    expect(await shown(people.here.cookie)).toBe('1');
    expect(await shown(people.there.cookie)).toBe('0');
    expect(await shown(people.member.cookie)).toBeUndefined();
    expect(await shown(null)).toBeUndefined();
  });
});

describe('a form', () => {
  it('that is too long is refused with its text given back', async () => {
    const text = `Début. ${'é'.repeat(150_000)} Fin.`;
    const answer = await world.visitor().post('/register', { text });
    expect(answer.status).toBe(413);
    expect(answer.html().querySelector('textarea')?.text.trim()).toHaveLength(text.length);
    expect(answer.text).toContain('C’est trop grand');
  });

  it('that no server would read whole is refused all the same', async () => {
    const answer = await world.visitor().post('/register', { text: 'x'.repeat(1_100_000) });
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('C’est trop grand');
  });

  it('of a kind that the forum does not read is answered 415', async () => {
    for (const type of [
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/xml',
      'application/x-www-form-urlencodedx',
      'nonsense',
    ]) {
      const answer = await fetch(`${world.url}/login`, {
        method: 'POST',
        headers: { 'content-type': type, origin: world.url },
        body: 'name=x',
      });
      expect([type, answer.status]).toEqual([type, 415]);
      expect(await answer.text()).toContain('Le forum ne sait pas lire cet envoi');
    }
  });

  it('with a field that came twice says so', async () => {
    const body = new URLSearchParams([
      ['name', 'Ada'],
      ['name', 'Eda'],
      ['password', 'un mot de passe assez long'],
      ['email', ''],
    ]);
    const answer = await fetch(`${world.url}/register`, { method: 'POST', headers: { origin: world.url }, body });
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('ce champ est arrivé deux fois'),
    ]);
  });

  it('whose connection is cut in its middle writes no line into the log', async () => {
    const written: string[] = [];
    const spies = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0),
    );
    try {
      // The test above has made an app that is silent, and that holds for the whole process.
      Logger.overrideLogger(new ConsoleLogger());
      new Logger('test').error('what is logged is seen here');
      expect(written.splice(0).join('')).toContain('what is logged');
      for (const [type, body] of [
        ['application/x-www-form-urlencoded', 'name=Ada&pass'],
        ['application/json', '{"name":'],
        ['multipart/form-data; boundary=x', '--x'],
      ]) {
        const socket = connect(world.port, '127.0.0.1');
        socket.write(
          `POST /login HTTP/1.1\r\nHost: ${new URL(world.url).host}\r\nOrigin: ${world.url}\r\nContent-Type: ${type}\r\nContent-Length: 900\r\n\r\n${body}`,
        );
        await pause(50);
        socket.resetAndDestroy();
      }
      await pause(150);
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    expect((await world.visitor().get('/healthz')).status).toBe(200);
    expect(written).toEqual([]);
  });

  it('that claims to be compressed is answered 415', async () => {
    const answer = await fetch(`${world.url}/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-encoding': 'gzip', origin: world.url },
      body: 'name=x',
    });
    expect(answer.status).toBe(415);
  });
});

describe('when the database is away', () => {
  it('the forum says so with 503, in a page, and gives a text back', async () => {
    const away = await openWorld();
    try {
      expect((await away.visitor().get('/healthz')).status).toBe(200);
      const { cookie } = await away.member('Ada');
      await away.db.database.close();
      expect((await away.visitor().get('/healthz')).status).toBe(503);
      const page = await away.visitor().get('/recent');
      expect(page.status).toBe(503);
      expect(page.headers.get('retry-after')).toBe('30');
      expect(Object.fromEntries(page.headers)).toMatchObject(HEADERS);
      expect(page.text).toContain('Le forum se repose un instant');
      const sent = await away.visitor(cookie).post('/me', { text: 'Une heure de travail' });
      expect(sent.status).toBe(503);
      expect(sent.html().querySelector('textarea')?.text).toContain('Une heure de travail');
    } finally {
      await away.app.close();
      await away.db.owner.end();
    }
  });
});
