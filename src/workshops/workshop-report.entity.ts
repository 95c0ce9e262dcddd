import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ThreadEntity } from '../threads/thread.entity.js';

/** The post that tells what came out of a workshop, as one of its hosts has named it. */
@Entity({ name: 'workshop_report' })
export class WorkshopReportEntity {
  @PrimaryColumn('int') threadId: number;
  @Column('int') number: number;

  @OneToOne(() => ThreadEntity) @JoinColumn({ name: 'thread_id' }) thread: Relation<ThreadEntity>;
}
