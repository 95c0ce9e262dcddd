import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ThreadEntity } from '../../threads/thread.entity.js';

/** What readers of a workshop may not know before its time. */
@Entity({ schema: 'private', name: 'workshop_secret' })
export class WorkshopSecretEntity {
  @PrimaryColumn('int') threadId: number;
  @Column('text') address: string;
  @Column('text') online: string;

  @OneToOne(() => ThreadEntity) @JoinColumn({ name: 'thread_id' }) thread: Relation<ThreadEntity>;
}
