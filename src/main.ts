import { readConfig, type ConfigOptions, WrongSettings } from './config/read-config.js';
import { UnfinishedTables } from './database/carry-over.js';
import { AlreadyRunning } from './database/embedded-database.js';
import { UnfitServer } from './database/preflight.js';
import { WrongCertificate } from './database/ssl.js';
import { type Before, serve } from './serve.js';

/**
 * How long a stop may wait for jobs, and then for answers that are still being written; Docker ends by force after
 * ten.
 */
const PATIENCE = 9_500;

/** `npm start`, and `npm run demo` with its own data: serves until the process is told to stop. */
export async function main(options: ConfigOptions = {}, before?: Before): Promise<void> {
  const stopping = new AbortController();
  const stopped = signalled().then(() => stopping.abort());
  try {
    const serving = await serve(readConfig(undefined, options), before, stopping.signal);
    await stopped;
    setTimeout(() => process.exit(1), PATIENCE).unref();
    await serving.stop();
    process.exit(0);
  } catch (error) {
    if (stopping.signal.aborted) process.exit(0);
    console.error(explain(error));
    process.exit(1);
  }
}

/** A second signal changes nothing: whoever presses Ctrl-C under npm sends two. */
async function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve());
  });
}

const TOLD = [WrongSettings, WrongCertificate, AlreadyRunning, UnfitServer, UnfinishedTables];

/** What an administrator can mend is said in words; what is our mistake keeps its place in the code. */
function explain(error: unknown): string {
  if (TOLD.some((kind) => error instanceof kind)) return (error as Error).message;
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    return `Another program already listens on port ${port}. Stop it, or set PORT to another one.`;
  if (code === 'EACCES' && port !== undefined)
    return `Only root may listen on port ${port}. Set PORT to one from 1024 up.`;
  return error.stack ?? error.message;
}
