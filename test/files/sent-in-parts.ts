import { once } from 'node:events';
import { type ClientRequest, request } from 'node:http';
import type { World } from '../world.js';

/** What the form of a category is sent to. */
export const FORM = '/category/rue/threads';

const SPOKEN = { 'tus-resumable': '1.0.0' };

/** One request of tus, with the headers that a page of ours would send. */
export function tus(
  world: Pick<World, 'url'>,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Uint8Array | string,
): Promise<Response> {
  const sent = body === undefined ? {} : { body: Buffer.from(body) };
  return fetch(world.url + path, { method, headers: { origin: world.url, ...SPOKEN, ...headers }, ...sent });
}

/** Announces a file. */
export function announced(
  world: Pick<World, 'url'>,
  length: number,
  form = FORM,
  headers: Record<string, string> = {},
) {
  return tus(world, 'POST', '/uploads', {
    'upload-length': String(length),
    'upload-metadata': `filename ${btoa('JeanDupont-secret.pdf')},form ${btoa(form)}`,
    ...headers,
  });
}

/** @returns where the announced file stands */
export async function begun(world: Pick<World, 'url'>, length: number): Promise<string> {
  const answer = await announced(world, length);
  if (answer.status !== 201) throw new Error(`not begun: ${answer.status}`);
  return answer.headers.get('location') ?? '';
}

/** Sends a part of it. */
export function part(
  world: Pick<World, 'url'>,
  path: string,
  offset: number,
  bytes: Uint8Array | string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const about = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
  return tus(world, 'PATCH', path, { ...about, ...headers }, bytes);
}

/** A part of which only the beginning is sent: the connection stays open until it is destroyed. */
export async function halfPart(
  world: Pick<World, 'url'>,
  path: string,
  offset: number,
  { bytes, of }: { bytes: string; of: number },
): Promise<ClientRequest> {
  const sending = request(world.url + path, {
    method: 'PATCH',
    headers: {
      ...SPOKEN,
      origin: world.url,
      'content-type': 'application/offset+octet-stream',
      'content-length': of,
      'upload-offset': offset,
    },
  });
  sending.on('error', () => undefined);
  sending.write(bytes);
  await once(sending, 'socket');
  return sending;
}
