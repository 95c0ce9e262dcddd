import './runtime.mjs';
import process from 'node:process';
import { build, use } from './build.mjs';

const name = await build().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
use(name);
const { main } = await import(`../${name}/whole/start.js`);
await main();
