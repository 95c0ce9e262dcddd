import type { EmbeddedServer } from '../src/database/embedded-server.js';

/** What the set-up of the whole run leaves to its end; both run in Jest's own process. */
export const run: { folder: string; server: EmbeddedServer | null } = { folder: '', server: null };
