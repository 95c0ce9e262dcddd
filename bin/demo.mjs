import './runtime.mjs';
import process from 'node:process';
import { build, use } from './build.mjs';

/** `npm run demo`: the forum with an invented community, in a data folder of its own. */
process.env.DATA_DIR ||= 'data-demo';
const name = await build().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
use(name);
const [{ main }, { demonstrate }] = await Promise.all([
  import(`../${name}/whole/start.js`),
  import(`../${name}/whole/demonstrate.js`),
]);
await main({ demonstration: true }, demonstrate);
