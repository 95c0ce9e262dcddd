import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers from what is kept, or calls `otherwise`, which leaves the request to the rest of the program. */
export type Door = (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => void;
