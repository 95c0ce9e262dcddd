import { Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MemberEntity } from '../members/member.entity.js';
import { PostEntity } from './post.entity.js';

/** A member whom a published post names. A trigger of the database keeps it: no code writes it. */
@Entity({ name: 'post_mention' })
export class PostMentionEntity {
  @PrimaryColumn('int') threadId: number;
  @PrimaryColumn('int') number: number;
  @PrimaryColumn('int') memberId: number;

  @ManyToOne(() => MemberEntity, { onDelete: 'CASCADE' }) member: Relation<MemberEntity>;
  @ManyToOne(() => PostEntity, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'thread_id', referencedColumnName: 'threadId' },
    { name: 'number', referencedColumnName: 'number' },
  ])
  post: Relation<PostEntity>;
}
