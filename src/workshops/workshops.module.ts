import { Module } from '@nestjs/common';
import { Agenda } from './agenda.js';
import { Workshops } from './workshops.js';

/**
 * What is published of workshops: what they say, their dates, the agenda. All folders above may use it; it is read by
 * the reader's login, which has no right to their secrets. It must never write: publish() and hosts do.
 */
@Module({ providers: [Agenda, Workshops], exports: [Agenda, Workshops] })
export class WorkshopsModule {}
