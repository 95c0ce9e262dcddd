import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ThreadEntity } from '../threads/thread.entity.js';

/** A date for which somebody has registered, and what stays of that when all else is erased; in persons. */
@Entity({ schema: 'private', name: 'date_tally' })
export class DateTallyEntity {
  @PrimaryColumn('uuid') dateId: string;
  @Column('int') threadId: number;
  @Column('timestamptz') endsAt: Date;
  /** Null until it was erased. */
  @Column('int', { nullable: true }) registered: number | null;
  @Column('int', { nullable: true }) came: number | null;

  @ManyToOne(() => ThreadEntity) thread: Relation<ThreadEntity>;
}
