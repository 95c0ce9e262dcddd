import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ThreadEntity } from '../../threads/thread.entity.js';

/** The title of a thread that was merged into another one: undoing the merge restores it. */
@Entity({ schema: 'desk', name: 'merged_title' })
export class MergedTitleEntity {
  @PrimaryColumn('int') threadId: number;
  @Column('text') title: string;

  @OneToOne(() => ThreadEntity) @JoinColumn() thread: Relation<ThreadEntity>;
}
