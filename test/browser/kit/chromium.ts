import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { LaunchOptions } from 'playwright-core';

const CACHE = fileURLToPath(new URL('../../../../node_modules/.cache/chromium', import.meta.url));
const UNPACK = fileURLToPath(new URL('./unpack-chromium.js', import.meta.url));
// Not the package's own arguments: they switch the same-origin policy off, which tests of it need. With a limit each
// window still has a process of its own, but the browser starts no second one in reserve, which is never used when a
// window closes after some pages.
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--renderer-process-limit=1'];

function version(): string {
  const file = new URL('../package.json', import.meta.resolve('@sparticuz/chromium'));
  const { version: found } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return found;
}

/** Unpacks beside and renames, so that a folder of the cache is always whole, whoever else unpacks at this moment. */
async function unpack(folder: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const beside = mkdtempSync(`${folder}-`);
  try {
    await promisify(execFile)(process.execPath, [UNPACK], { env: { ...process.env, TMPDIR: beside } });
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw error;
  }
}

/**
 * The package's own settings look for its fonts where a function of a cloud would have them. Without any font the
 * browser ends as soon as a page has a field to type in, on machines that have none themselves. Nothing in it says
 * where the folder lies: the project may be moved, or reached by another path.
 */
function fontSettings(folder: string): string {
  const file = join(folder, 'fonts.conf');
  const settings =
    '<?xml version="1.0"?><fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>\n';
  if (existsSync(file) && readFileSync(file, 'utf8') === settings) return file;
  const beside = `${file}-${process.pid}`;
  writeFileSync(beside, settings);
  renameSync(beside, file);
  return file;
}

/**
 * What `chromium.launch()` of playwright-core needs to start the Chromium that comes from npm, with its own system
 * libraries and fonts. Unpacks it once, a second or two. `PALABRE_CHROMIUM` names another browser, for machines
 * that the package has none for.
 */
export async function chromiumLaunchOptions(): Promise<LaunchOptions> {
  const other = process.env['PALABRE_CHROMIUM'];
  if (other !== undefined) return { executablePath: other, args: ARGUMENTS };
  const folder = join(CACHE, version());
  if (!existsSync(join(folder, 'chromium'))) await unpack(folder);
  return {
    executablePath: join(folder, 'chromium'),
    args: ARGUMENTS,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: fontSettings(folder),
      HOME: folder,
      XDG_CACHE_HOME: join(folder, '.cache'),
    },
  };
}
