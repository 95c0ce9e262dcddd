import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from './config/config.js';

/**
 * Listens for a moment where the forum will. A start that can't listen should say so before it makes the data of a new
 * forum, which takes seconds and would stay. @throws the error of `listen`, EADDRINUSE for a port that is taken.
 */
export async function checkPort({ port, host }: Pick<Config, 'port' | 'host'>): Promise<void> {
  const server = createServer();
  server.listen(port, host);
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}
