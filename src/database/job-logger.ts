import { Logger as Log } from '@nestjs/common';
import { Logger } from 'graphile-worker';

/** What the worker library has to say: warnings and errors alone, without what stood in a job. */
export function jobLogger(): Logger {
  const log = new Log('Jobs');
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error(message);
    if (level === 'warning') log.warn(message);
  });
}
