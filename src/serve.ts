import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SystemClock } from './clock/clock.js';
import type { Config } from './config/config.js';
import { type OpenDatabase, openDatabase } from './database/open-database.js';
import { checkPort } from './free-port.js';
import { giveBackMemory } from './give-back-memory.js';
import { inItsOwnTime } from './database/own-time.js';
import { Writer } from './database/writer.js';
import { JobRunner } from './jobs/job-runner.js';
import { SetUpLink } from './members/set-up-link.js';
import type { ServerMeter } from './web/kit/server/http-server.js';

export interface Serving {
  /** What to open in a browser. */
  address: string;
  /** Bytes that lie ready for readers who have not taken them yet: a bench shows them, and they are bounded. */
  unsent(): number;
  stop(): Promise<void>;
}

/**
 * Work that has to be complete before any request is answered; throws when `stopping` is aborted meanwhile. The
 * function that it returns is called with the forum's address once there is one.
 */
export type Before = (opening: {
  config: Config;
  database: OpenDatabase;
  now: Date;
  stopping: AbortSignal;
}) => Promise<(address: string) => void>;

const NEVER = new AbortController().signal;

function readWeb() {
  const web = import('./create-app.js');
  // Who waits for it hears of it, and nobody may be waiting yet.
  web.catch(() => undefined);
  return web;
}

/** Opens the database, makes the forum and listens. What was opened is closed again when a step fails. */
export async function serve(
  config: Config,
  before: Before = async () => () => {},
  stopping = NEVER,
): Promise<Serving> {
  const clock = new SystemClock();
  // While PostgreSQL starts and is asked, the rest of the program is read: together they are what a start waits for.
  // Reading holds everything else up, so PostgreSQL has to be under way before.
  let web: ReturnType<typeof readWeb> | undefined;
  const read = (): NonNullable<typeof web> => (web ??= readWeb());
  if (config.databaseUrl === null && !existsSync(config.dataDir)) await checkPort(config);
  const database = await openDatabase(config, { underWay: () => void read() });
  const opened: { close(): Promise<unknown> }[] = [database];
  const stop = async (): Promise<void> => {
    for (const each of opened.toReversed()) await each.close();
  };
  try {
    for (const warning of database.warnings) console.warn(`Warning: ${warning}`);
    const making = read().then(async ({ createApp }) => {
      const app = await createApp(config, database, clock);
      opened.push(app);
      return app;
    });
    const earlier = inItsOwnTime(() => before({ config, database, now: clock.now(), stopping }));
    // Neither is left behind when the other one fails.
    await Promise.allSettled([making, earlier]);
    const [app, told] = await Promise.all([making, earlier]);
    await app.listen(config.port, config.host);
    const address = addressOf(app, config);
    console.log(`Palabre is at ${address}`);
    told(address);
    await app.get(JobRunner).start();
    const token = await new SetUpLink(app.get(Writer)).issue(clock.now());
    if (token !== null) console.log(`Nobody has set it up yet. Within an hour, open ${address}/set-up/${token}`);
    giveBackMemory();
    const server = app.getHttpServer() as Server & ServerMeter;
    return { address, stop, unsent: () => server.unsent() };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Port 0 asks for any free one, and only the listening server knows which that was. */
function addressOf(app: NestFastifyApplication, config: Config): string {
  const listening = app.getHttpServer().address() as { port: number };
  return config.port === 0 ? config.publicUrl.replace(/:0$/, `:${listening.port}`) : config.publicUrl;
}
