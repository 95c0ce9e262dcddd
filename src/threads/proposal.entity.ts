import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MemberEntity } from '../members/member.entity.js';
import { PostEntity } from './post.entity.js';

/** Who proposed a text of somebody else's post, while readers can read that text. */
@Entity({ name: 'proposal' })
export class ProposalEntity {
  @PrimaryColumn('int') threadId: number;
  @PrimaryColumn('int') number: number;
  /** When it took the place of the text before it. */
  @PrimaryColumn('timestamptz') changedAt: Date;
  @Column('int', { nullable: true }) memberId: number | null;
  /** Only a guest’s: members have theirs in their own row. */
  @Column('text') name: string;

  @ManyToOne(() => PostEntity)
  @JoinColumn([
    { name: 'thread_id', referencedColumnName: 'threadId' },
    { name: 'number', referencedColumnName: 'number' },
  ])
  post: Relation<PostEntity>;
  @ManyToOne(() => MemberEntity) member: Relation<MemberEntity> | null;
}
