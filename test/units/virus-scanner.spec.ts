import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { readConfig } from '../../src/config/read-config.js';
import { NoAnswer, VirusScanner } from '../../src/uploads/virus-scanner.js';
import { HARMFUL, Scanner } from '../files/scanner.js';

let folder: string;
let scanner: Scanner;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'palabre-scanner-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => scanner.close());

function file(bytes: Uint8Array | string): string {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  return path;
}

async function listening(at: { path: string } | { port: number } = { port: 0 }): Promise<VirusScanner> {
  scanner = new Scanner();
  await scanner.listen(at);
  return new VirusScanner('path' in at ? at : { host: '127.0.0.1', port: scanner.port }, 5_000);
}

it('shows a file whole, over the network or at the path of a socket', async () => {
  const large = randomBytes(3_000_000);
  await (await listening()).look(file(large));
  expect(scanner.shown).toEqual([large]);
  await scanner.close();
  await (await listening({ path: join(folder, 'clamd.ctl') })).look(file('une ligne'));
  expect(String(scanner.shown)).toBe('une ligne');
});

it('refuses what is found, and what it takes no more of', async () => {
  const looks = await listening();
  await expect(looks.look(file(`des mots ${HARMFUL} et d’autres`))).rejects.toMatchObject({ why: 'harmful' });
  scanner.most = 100_000;
  await expect(looks.look(file(randomBytes(5_000_000)))).rejects.toMatchObject({ why: 'too-large' });
});

it('knows nothing where nobody listens, nobody answers, or the answer is none', async () => {
  const looks = await listening();
  scanner.isDumb = true;
  const patient = new VirusScanner({ host: '127.0.0.1', port: scanner.port }, 300);
  await expect(patient.look(file('une ligne'))).rejects.toBeInstanceOf(NoAnswer);
  await scanner.close();
  await expect(looks.look(file('une ligne'))).rejects.toBeInstanceOf(NoAnswer);
  await expect(
    new VirusScanner({ path: join(folder, 'nobody.ctl') }, 300).look(file('une ligne')),
  ).rejects.toBeInstanceOf(NoAnswer);
});

it('is named by a host and a port or by a path, and by nothing else', () => {
  const address = (CLAMD: string) => readConfig({ CLAMD }).scanner;
  expect(readConfig({}).scanner).toBeNull();
  expect(address('127.0.0.1:3310')).toEqual({ host: '127.0.0.1', port: 3310 });
  expect(address('[::1]:3310')).toEqual({ host: '::1', port: 3310 });
  expect(address('/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
  for (const wrong of ['clamd', 'clamd:0', 'clamd:70000', 'http://clamd:3310', 'run/clamd.ctl'])
    expect(() => address(wrong)).toThrow(/CLAMD must be/);
});
