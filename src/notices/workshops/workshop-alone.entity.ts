import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ThreadEntity } from '../../threads/thread.entity.js';

/** A workshop that nobody runs any more, while that is so. */
@Entity({ schema: 'private', name: 'workshop_alone' })
export class WorkshopAloneEntity {
  @PrimaryColumn('int') threadId: number;
  @Column('timestamptz') since: Date;
  @Column('boolean') told: boolean;

  @OneToOne(() => ThreadEntity) @JoinColumn({ name: 'thread_id' }) thread: Relation<ThreadEntity>;
}
