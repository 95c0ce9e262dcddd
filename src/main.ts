import { readConfig, type ConfigOptions, WrongSettings } from './config/read-config.js';
import { AlreadyRunning } from './database/embedded-database.js';
import { UnfitServer } from './database/preflight.js';
import { type Before, serve } from './serve.js';

/** How long a stop may wait for answers that are still being written. */
const PATIENCE = 8_000;

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

/** What an administrator can mend is said in words; what is our mistake keeps its place in the code. */
function explain(error: unknown): string {
  if (error instanceof WrongSettings || error instanceof AlreadyRunning || error instanceof UnfitServer) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Another program already listens on port ${port}. Stop it, or set PORT to another one.`;
  if (code === 'EACCES' && port !== undefined) return `Only root may listen on port ${port}. Set PORT to one from 1024 up.`;
  return error.stack ?? error.message;
}
