import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader.js';
import type {
  VisibleCandidate,
  VisibleDate,
  VisibleHost,
  VisiblePart,
  VisiblePartSeats,
  VisibleWorkshop,
} from './visible-workshop.js';
import { DATE_COLUMNS, WORKSHOP_COLUMNS, workshopFrom, type WorkshopRow } from './workshop-rows.js';

/** As many as a workshop can have. */
const MOST = 100;

export interface WholeWorkshop {
  workshop: VisibleWorkshop;
  dates: VisibleDate[];
  parts: VisiblePart[];
  partSeats: VisiblePartSeats[];
  /** Those who want to be named. */
  hosts: VisibleHost[];
  /** Where its date is to be found, or was. */
  candidates: VisibleCandidate[];
  /** The post that tells what came out of it, as a host has named it; null while there is none. */
  report: WorkshopReport | null;
}

export interface WorkshopReport {
  number: number;
  html: string;
}

/** What is public of one workshop. Whether its thread may be seen is the caller's question. */
@Injectable()
export class Workshops {
  constructor(private readonly reader: Reader) {}

  /** Null for a thread that is none, and while its first post is gone. */
  async of(thread: number): Promise<WholeWorkshop | null> {
    const [rows, dates, parts, partSeats, hosts, candidates, reports] = await Promise.all([
      this.reader.query<WorkshopRow>(
        `select ${WORKSHOP_COLUMNS} from workshop w left join town o on o.code = w.town_code where w.thread_id = $1`,
        [thread],
      ),
      this.reader.query<VisibleDate>(
        `select ${DATE_COLUMNS} from workshop_date d where d.thread_id = $1 order by d.starts_at, d.id limit ${MOST}`,
        [thread],
      ),
      this.reader.query<VisiblePart>(
        `select p.id, p.title, p.time, p.text, p.seats from workshop_part p where p.thread_id = $1
         order by p.position limit ${MOST}`,
        [thread],
      ),
      this.reader.query<VisiblePartSeats>(
        `select s.date_id as date, s.part_id as part, s.is_full as "isFull", s.taken
         from workshop_part p join part_seats s on s.part_id = p.id where p.thread_id = $1 limit ${MOST * MOST}`,
        [thread],
      ),
      this.reader.query<VisibleHost>(
        `select m.name, m.role from workshop w join member m on m.id = any(w.shown_hosts) where w.thread_id = $1
         order by array_position(w.shown_hosts, m.id) limit ${MOST}`,
        [thread],
      ),
      this.reader.query<VisibleCandidate>(
        `select c.id, c.starts_at as "startsAt", c.ends_at as "endsAt", c.yes, c.maybe from workshop_candidate c
         where c.thread_id = $1 order by c.starts_at, c.id limit ${MOST}`,
        [thread],
      ),
      this.reader.query<WorkshopReport>(
        `select p.number, p.html from workshop_report r join post p on p.thread_id = r.thread_id and p.number = r.number
         where r.thread_id = $1 and p.gone is null`,
        [thread],
      ),
    ]);
    const [row] = rows;
    const [report = null] = reports;
    return row === undefined
      ? null
      : { workshop: workshopFrom(row), dates, parts, partSeats, hosts, candidates, report };
  }
}
