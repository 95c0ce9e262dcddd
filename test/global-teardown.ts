import { rmSync } from 'node:fs';
import { run } from './run.js';

export default async function tearDown(): Promise<void> {
  await run.server?.stop();
  rmSync(run.folder, { recursive: true, force: true });
}
