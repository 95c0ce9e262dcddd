/** Milliseconds that a new connection may take while somebody waits for a page or a form (decision 0023). */
export const CONNECTING = 4_500;

/**
 * Until a forum listens, and for commands: nobody waits for a page. A machine that is starting reads PostgreSQL from
 * its disk for the first time, and this program, too. While a program is read it hears no answer, so a limit for pages
 * would call a database silent that has answered long ago.
 */
export const CONNECTING_AT_START = 60_000;
