import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * First import of every command. npm runs them with the Node that came with it (node_modules/.bin is first in PATH); a
 * person who types `node bin/start.mjs` may have an older one, which is then replaced by ours. This file has to be
 * understood by Node 20, and what is imported after it waits until it is done.
 */
const NEEDED = [24, 9];
const GUARDED = 'PALABRE_GUARDED';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const old = major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1]);
const ours = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));

if (old && (process.env[GUARDED] || !existsSync(ours))) {
  console.error(
    `Palabre needs Node ${NEEDED.join('.')} or later and this is ${process.versions.node}. npm ci brings the ` +
      `right one along for Linux; elsewhere install it.`,
  );
  process.exit(1);
}

if (old) {
  const child = spawn(ours, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [GUARDED]: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const [code, signal] = await new Promise((resolve) => child.on('exit', (...how) => resolve(how)));
  process.exit(signal ? 1 : code);
}

// The channel breaks when the older Node in front of us dies, even by kill -9, and then this process has to end too.
if (process.env[GUARDED] && process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
