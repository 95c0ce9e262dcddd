import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ThreadEntity } from '../threads/thread.entity.js';
import { TownEntity } from '../towns/town.entity.js';
import type { WorkshopFacts } from './workshop-facts.js';

/** What is public of a workshop while its first post stands. */
@Entity({ name: 'workshop' })
export class WorkshopEntity {
  @PrimaryColumn('int') threadId: number;
  /** Null for one that is online only. */
  @Column('text', { nullable: true }) townCode: string | null;
  @Column('text') place: string;
  /** Empty unless everybody may read it. */
  @Column('text') address: string;
  @Column('text') online: string;
  @Column('boolean') isOnline: boolean;
  @Column('text') reveal: WorkshopFacts['reveal'];
  @Column('text') access: string;
  @Column('text') bring: string;
  @Column('text') language: string;
  @Column('text') price: WorkshopFacts['price'];
  @Column('text', { array: true }) themes: string[];
  @Column('text') zone: string;
  @Column('int', { nullable: true }) seats: number | null;
  @Column('text') count: WorkshopFacts['count'];
  @Column('text') admission: WorkshopFacts['admission'];
  @Column('boolean') hasHost: boolean;
  /** Ids of members. */
  @Column('int', { array: true }) shownHosts: number[];

  @OneToOne(() => ThreadEntity) @JoinColumn({ name: 'thread_id' }) thread: Relation<ThreadEntity>;
  @ManyToOne(() => TownEntity) @JoinColumn({ name: 'town_code' }) town: Relation<TownEntity> | null;
}
