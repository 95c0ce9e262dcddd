import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { VisibleDate } from './visible-workshop.js';
import { WorkshopEntity } from './workshop.entity.js';

/** One date of a workshop. */
@Entity({ name: 'workshop_date' })
export class WorkshopDateEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') threadId: number;
  @Column('int') position: number;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('int', { nullable: true }) seats: number | null;
  @Column('text') state: VisibleDate['state'];
  @Column('timestamptz', { nullable: true }) movedFrom: Date | null;
  @Column('text', { nullable: true }) reason: VisibleDate['reason'];
  /** Whether its hosts let people register. */
  @Column('boolean') isOpen: boolean;
  @Column('boolean') isFull: boolean;
  /** Null where everybody may not know. */
  @Column('int', { nullable: true }) taken: number | null;
  @Column('int') sequence: number;
  @Column('timestamptz') changedAt: Date;

  @ManyToOne(() => WorkshopEntity) @JoinColumn({ name: 'thread_id' }) workshop: Relation<WorkshopEntity>;
}
