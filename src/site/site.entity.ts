import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../visitors/visitor.js';
import type { Site } from './site.js';

/** What the administrator chose for the whole forum: one row. */
@Entity({ name: 'site' })
export class SiteEntity implements Omit<Site, 'reasons' | 'themes'> {
  @PrimaryColumn('boolean') one: boolean;
  @Column('text') name: string;
  @Column('text') description: string;
  @Column('text') language: Language;
  @Column('text') timeZone: string;
  @Column('timestamptz', { nullable: true }) setUpAt: Date | null;
  @Column('boolean') demonstration: boolean;
  /** Markdown, like the next two; empty where nothing was written. */
  @Column('text') charter: string;
  @Column('text') contact: string;
  @Column('text') legal: string;
  @Column('text', { default: '' }) profiles: string;
  @Column('text', { default: '' }) licence: string;
}
