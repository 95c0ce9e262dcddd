import { NotFound } from '../errors/errors.js';

/** The last date of a page: in the order of the agenda the next page begins after it. */
export interface AgendaCursor {
  startsAt: Date;
  /** UUID. */
  id: string;
}

const CURSOR = /^(\d{1,14})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

export function writeAgendaCursor({ startsAt, id }: AgendaCursor): string {
  return `${startsAt.getTime()}_${id}`;
}

/** @throws NotFound when it is not one of ours. */
export function readAgendaCursor(text: string): AgendaCursor {
  const [, milliseconds, id] = CURSOR.exec(text) ?? [];
  if (milliseconds === undefined || id === undefined) throw new NotFound();
  return { startsAt: new Date(Number(milliseconds)), id };
}
