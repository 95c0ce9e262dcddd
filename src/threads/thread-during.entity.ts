import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { ThreadEntity } from './thread.entity.js';

/** The date of a workshop during which known members are not held in its thread, as it was said once; or none. */
@Entity({ name: 'thread_during' })
export class ThreadDuringEntity {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('int') threadId: number;
  @Column('uuid', { nullable: true }) dateId: string | null;

  @ManyToOne(() => ThreadEntity) @JoinColumn({ name: 'thread_id' }) thread: Relation<ThreadEntity>;
}
