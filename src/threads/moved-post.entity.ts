import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { PostEntity } from './post.entity.js';

/** Where a post stands that stood at this number before. */
@Entity({ name: 'post_moved' })
export class MovedPostEntity {
  @PrimaryColumn('int') threadId: number;
  @PrimaryColumn('int') number: number;
  @Column('int') toThread: number;
  @Column('int') toNumber: number;
  @Column('int', { nullable: true }) replyTo: number | null;

  @OneToOne(() => PostEntity)
  @JoinColumn([
    { name: 'thread_id', referencedColumnName: 'threadId' },
    { name: 'number', referencedColumnName: 'number' },
  ])
  origin: Relation<PostEntity>;
  @ManyToOne(() => PostEntity)
  @JoinColumn([
    { name: 'to_thread', referencedColumnName: 'threadId' },
    { name: 'to_number', referencedColumnName: 'number' },
  ])
  destination: Relation<PostEntity>;
}
