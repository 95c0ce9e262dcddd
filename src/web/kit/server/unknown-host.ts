import type { IncomingMessage, ServerResponse } from 'node:http';
import { bareRefusal } from './bare-refusal.js';

const { headers, page } = bareRefusal(({ unknownHost: { title, lede, setting } }) => [title, lede, setting]);

/** Answers 421: under a host name that is not ours nobody is logged in, and no file of ours can be loaded. */
export function refuseHost({ method }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(421, headers);
  response.end(method === 'HEAD' ? undefined : page);
}
