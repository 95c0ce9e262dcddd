import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ThreadEntity } from './thread.entity.js';

/** The call of a thread, as everybody who reads the thread may see it. */
@Entity({ name: 'thread_call' })
export class ThreadCallEntity {
  @PrimaryColumn('int') threadId: number;
  @Column('text') url: string;
  @Column('text') words: string;
  @Column('date') until: string;

  @OneToOne(() => ThreadEntity) @JoinColumn({ name: 'thread_id' }) thread: Relation<ThreadEntity>;
}
