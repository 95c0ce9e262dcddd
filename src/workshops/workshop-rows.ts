import { townSlug } from '../towns/town-row.js';
import type { VisibleDate, VisibleWorkshop } from './visible-workshop.js';

/** Columns of a workshop `w` with its town `o`. */
export const WORKSHOP_COLUMNS = `w.thread_id as thread, o.code as "townCode", o.name as "townName",
  o.department_code as department, w.place, w.address, w.online, w.is_online as "isOnline", w.access, w.bring,
  w.language, w.price, w.themes, w.zone, w.count, w.admission, w.has_host as "hasHost"`;

/** Of a date `d`. */
export const DATE_COLUMNS = `d.id, d.starts_at as "startsAt", d.ends_at as "endsAt", d.seats, d.state,
  d.moved_from as "movedFrom", d.reason, d.is_open as "isOpen", d.is_full as "isFull", d.taken, d.sequence,
  d.changed_at as "changedAt"`;

export interface WorkshopRow extends Omit<VisibleWorkshop, 'town'> {
  townCode: string | null;
  townName: string | null;
  department: string | null;
}

export function workshopFrom(row: WorkshopRow): VisibleWorkshop {
  const { townCode: code, townName: name, department } = row;
  return {
    thread: row.thread,
    town: code === null || name === null ? null : { code, name, department: department ?? '', slug: townSlug(name) },
    place: row.place,
    address: row.address,
    online: row.online,
    isOnline: row.isOnline,
    access: row.access,
    bring: row.bring,
    language: row.language,
    price: row.price,
    themes: row.themes,
    zone: row.zone,
    count: row.count,
    admission: row.admission,
    hasHost: row.hasHost,
  };
}

export function dateFrom(row: VisibleDate): VisibleDate {
  const { id, startsAt, endsAt, seats, state, movedFrom, reason, isOpen, isFull, taken, sequence, changedAt } = row;
  return { id, startsAt, endsAt, seats, state, movedFrom, reason, isOpen, isFull, taken, sequence, changedAt };
}
