import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ThreadEntity } from '../threads/thread.entity.js';
import { TownEntity } from '../towns/town.entity.js';
import type { Authority, CaseStatus } from './case-facts.js';
import type { Precision } from './point.js';

/** What is public of a case while its first post stands. */
@Entity({ name: 'local_case' })
export class LocalCaseEntity {
  @PrimaryColumn('int') threadId: number;
  /** Null for one outside of France. */
  @Column('text', { nullable: true }) townCode: string | null;
  /** Empty where there is a town. */
  @Column('text') country: string;
  @Column('text') place: string;
  /** Rounded to its precision; both or none. */
  @Column('double precision', { nullable: true }) latitude: number | null;
  @Column('double precision', { nullable: true }) longitude: number | null;
  @Column('text') precision: Precision;
  @Column('text') authority: Authority;
  @Column('text') authorityName: string;
  @Column('text', { array: true }) themes: string[];
  /** The status that it was opened with. */
  @Column('text') firstStatus: CaseStatus;
  /** The last status that was said of it: it follows from its steps and edits (settleCase). */
  @Column('text') status: CaseStatus;
  /** When it was published. */
  @Column('timestamptz') openedAt: Date;
  /** When its last step was published; before the first step, when the case was. */
  @Column('timestamptz') movedAt: Date;

  @OneToOne(() => ThreadEntity) @JoinColumn({ name: 'thread_id' }) thread: Relation<ThreadEntity>;
  @ManyToOne(() => TownEntity) @JoinColumn({ name: 'town_code' }) town: Relation<TownEntity> | null;
}
