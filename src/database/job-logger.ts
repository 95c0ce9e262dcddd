import { Logger as Log } from '@nestjs/common';
import { Logger } from 'graphile-worker';

/** Passes on the warnings and errors of the worker library, without the content of jobs. */
export function jobLogger(): Logger {
  const log = new Log('Jobs');
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error(message);
    if (level === 'warning') log.warn(message);
  });
}
