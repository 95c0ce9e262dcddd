import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MemberEntity } from '../members/member.entity.js';
import { SubmissionEntity } from '../submissions/submission.entity.js';

/** Which submission gave the text of a member’s page, and which one it replaced. */
@Entity({ schema: 'desk', name: 'profile_text' })
export class ProfileTextEntity {
  @PrimaryColumn('uuid') submissionId: string;
  @Column('int') memberId: number;
  @Column('timestamptz') publishedAt: Date;
  @Column('uuid', { nullable: true }) former: string | null;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
  @Column('int', { nullable: true }) removedBy: number | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) remark: string | null;

  @OneToOne(() => SubmissionEntity) @JoinColumn() submission: Relation<SubmissionEntity>;
  @ManyToOne(() => MemberEntity, { onDelete: 'CASCADE' }) member: Relation<MemberEntity>;
  @ManyToOne(() => SubmissionEntity) @JoinColumn({ name: 'former' }) formerText: Relation<SubmissionEntity> | null;
  @ManyToOne(() => MemberEntity) @JoinColumn({ name: 'removed_by' }) remover: Relation<MemberEntity> | null;
}
