import process from 'node:process';
import { readConfig } from '../../../src/config/read-config.js';
import { Writer } from '../../../src/database/writer.js';
import { newPasswords, type OpenAccount } from '../../../src/demo/account-passwords.js';
import { demonstrate } from '../../../src/demo/demonstrate.js';
import { serve } from '../../../src/serve.js';
import { answering, usage } from './answering.js';

/** The forum as people start it, with the data of the demonstration; PORT and DATA_DIR come in the environment. */
let accounts: OpenAccount[] = [];
const serving = await serve(readConfig(process.env, { demonstration: true }), async (opening) => {
  await demonstrate(opening, () => {});
  accounts = await newPasswords(new Writer(opening.database.writer));
  return () => {};
});
process.once('SIGTERM', () => void serving.stop().then(() => process.exit(0)));
answering({ usage, address: () => serving.address, accounts: () => accounts });
