import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { ThreadEntity } from '../../threads/thread.entity.js';

/** A call as it was set once; the log names it by its number. */
@Entity({ schema: 'desk', name: 'kept_call' })
export class KeptCallEntity {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('int') threadId: number;
  @Column('text') url: string;
  @Column('text') words: string;
  @Column('date') until: string;

  @ManyToOne(() => ThreadEntity) @JoinColumn({ name: 'thread_id' }) thread: Relation<ThreadEntity>;
}
