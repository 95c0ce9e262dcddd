import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ThreadEntity } from '../../threads/thread.entity.js';
import type { VisibleDate } from '../../workshops/visible-workshop.js';

/** The state of a date whose workshop is gone for now, kept in case it comes back. */
@Entity({ schema: 'desk', name: 'kept_date' })
export class KeptDateEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') threadId: number;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('int', { nullable: true }) seats: number | null;
  @Column('text') state: VisibleDate['state'];
  @Column('timestamptz', { nullable: true }) movedFrom: Date | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('boolean') isOpen: boolean;
  @Column('int') sequence: number;

  @ManyToOne(() => ThreadEntity) thread: Relation<ThreadEntity>;
}
