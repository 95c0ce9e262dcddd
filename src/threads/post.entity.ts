import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MemberEntity } from '../members/member.entity.js';
import { ThreadEntity } from './thread.entity.js';
import type { AuthorRole, GONE } from './visible.js';

/** A published post, or what is left of one that is gone. Written where threads are. */
@Entity({ name: 'post' })
export class PostEntity {
  @PrimaryColumn('int') threadId: number;
  /** Its thread’s, for the index of a member’s posts; the foreign key keeps both in step. */
  @Column('int') categoryId: number;
  @PrimaryColumn('int') number: number;
  @Column('int', { nullable: true }) authorId: number | null;
  /** Only a guest’s: members have theirs in their own row. */
  @Column('text') authorName: string;
  @Column('text') authorRole: AuthorRole;
  @Column('text') source: string;
  @Column('text') html: string;
  @Column('text') excerpt: string;
  @Column('int') rendererVersion: number;
  @Column('int', { nullable: true }) replyTo: number | null;
  @Column('timestamptz') writtenAt: Date;
  @Column('timestamptz') publishedAt: Date;
  @Column('timestamptz', { nullable: true }) editedAt: Date | null;
  @Column('boolean') editedByTeam: boolean;
  @Column('text', { nullable: true }) gone: (typeof GONE)[number] | null;
  @Column('text', { nullable: true }) goneReason: string | null;
  /** What its thread counted when it was changed last; 0 for never. */
  @Column('int') change: number;
  @Column('text', { nullable: true }) editedFor: string | null;
  /** In a section: the number of the comment that its branch hangs on, its own if it is one. */
  @Column('int', { nullable: true }) root: number | null;
  /** By which it was known elsewhere before it was imported. */
  @Column('text', { nullable: true }) anchor: string | null;
  @Column('text', { nullable: true }) editedReason: string | null;

  /** In the thread of a workshop: something that asks for an answer. */
  @Column('boolean', { default: false }) question: boolean;

  @ManyToOne(() => ThreadEntity, { onUpdate: 'CASCADE' })
  @JoinColumn([
    { name: 'thread_id', referencedColumnName: 'id' },
    { name: 'category_id', referencedColumnName: 'categoryId' },
  ])
  thread: Relation<ThreadEntity>;
  @ManyToOne(() => MemberEntity) author: Relation<MemberEntity> | null;
}
