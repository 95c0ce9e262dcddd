import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { TownEntity } from '../towns/town.entity.js';
import { ThreadEntity } from './thread.entity.js';

/** The town that a thread is tied to, by whoever moderates it. */
@Entity({ name: 'thread_town' })
export class ThreadTownEntity {
  @PrimaryColumn('int') threadId: number;
  @Column('text') townCode: string;

  @OneToOne(() => ThreadEntity) @JoinColumn({ name: 'thread_id' }) thread: Relation<ThreadEntity>;
  @ManyToOne(() => TownEntity)
  @JoinColumn({ name: 'town_code', referencedColumnName: 'code' })
  town: Relation<TownEntity>;
}
