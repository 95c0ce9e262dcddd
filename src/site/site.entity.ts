import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../visitors/visitor.js';
import type { Site } from './site.js';

@Entity({ name: 'site' })
export class SiteEntity implements Omit<Site, 'reasons'> {
  @PrimaryColumn({ type: 'boolean' })
  one: boolean;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  description: string;

  @Column({ type: 'text' })
  language: Language;

  @Column({ name: 'time_zone', type: 'text' })
  timeZone: string;

  @Column({ name: 'set_up_at', type: 'timestamptz', nullable: true })
  setUpAt: Date | null;

  @Column({ type: 'boolean' })
  demonstration: boolean;
}
