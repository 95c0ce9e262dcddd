import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import { readConfig } from '../../../src/config/read-config.js';
import { Writer } from '../../../src/database/writer.js';
import { newPasswords, type OpenAccount } from '../../../src/demo/account-passwords.js';
import { demonstrate } from '../../../src/demo/demonstrate.js';
import { serve } from '../../../src/serve.js';
import { sowSmallForum } from '../small-forum.js';
import { answering, usage } from './answering.js';

/**
 * The forum as people start it, with the data of the demonstration, or with few where SMALL says so; PORT and DATA_DIR
 * come in the environment.
 */
let accounts: OpenAccount[] = [];
const config = readConfig(process.env, { demonstration: true });
const usual = process.env.USUAL_LIMITS === 'yes' ? { limitFactor: 1 } : {};
const serving = await serve({ ...config, ...usual }, async (opening) => {
  if (process.env.SMALL === 'yes') await sowSmallForum(opening.database, config.publicUrl);
  else await demonstrate(opening, () => {});
  accounts = await newPasswords(new Writer(opening.database.writer));
  return () => {};
});
process.once('SIGTERM', () => void serving.stop().then(() => process.exit(0)));
const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();
/** The longest that anything had to wait for its turn since this was asked last, in ms. */
const longestDelay = (): number => {
  const longest = delays.max / 1e6;
  delays.reset();
  return longest;
};
answering({
  usage: () => ({ ...usage(), unsent: serving.unsent() }),
  longestDelay,
  address: () => serving.address,
  accounts: () => accounts,
});
