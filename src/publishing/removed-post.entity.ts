import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MemberEntity } from '../members/member.entity.js';
import { PostEntity } from '../threads/post.entity.js';
import type { Facts } from '../submissions/thread-facts/facts.js';
import type { AuthorRole } from '../threads/visible.js';

/** What a tombstone covers, kept so that it can be restored. */
@Entity({ schema: 'desk', name: 'removed_post' })
export class RemovedPostEntity {
  @PrimaryColumn('int') threadId: number;
  @PrimaryColumn('int') number: number;
  @Column('text', { nullable: true }) title: string | null;
  @Column('int', { nullable: true }) authorId: number | null;
  @Column('text') authorName: string;
  @Column('text') authorRole: AuthorRole;
  @Column('text') source: string;
  @Column('text') html: string;
  @Column('text') excerpt: string;
  @Column('int', { nullable: true }) replyTo: number | null;
  @Column('boolean', { default: false }) question: boolean;
  @Column('jsonb', { nullable: true }) facts: Facts | null;
  @Column('timestamptz') removedAt: Date;
  @Column('int', { nullable: true }) removedBy: number | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) remark: string | null;
  @Column('text', { nullable: true }) editedReason: string | null;
  @Column('text', { nullable: true }) editedFor: string | null;

  @OneToOne(() => PostEntity)
  @JoinColumn([
    { name: 'thread_id', referencedColumnName: 'threadId' },
    { name: 'number', referencedColumnName: 'number' },
  ])
  post: Relation<PostEntity>;
  @ManyToOne(() => MemberEntity) author: Relation<MemberEntity> | null;
  @ManyToOne(() => MemberEntity) @JoinColumn({ name: 'removed_by' }) remover: Relation<MemberEntity> | null;
}
