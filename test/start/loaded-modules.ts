import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { isMainThread } from 'node:worker_threads';

/** For `--import`: writes the address of each module that the program itself reads into LOADED_MODULES. */
const { LOADED_MODULES = '' } = process.env;
if (isMainThread && LOADED_MODULES !== '')
  registerHooks({
    load(url, context, next) {
      appendFileSync(LOADED_MODULES, `${url}\n`);
      return next(url, context);
    },
  });
