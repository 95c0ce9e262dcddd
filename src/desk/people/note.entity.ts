import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { MemberEntity } from '../../members/member.entity.js';

/** What a moderator noted about a member, for colleagues. */
@Entity({ schema: 'desk', name: 'note' })
export class NoteEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('int') memberId: number;
  @Column('int', { nullable: true }) authorId: number | null;
  @Column('text') words: string;
  @Column('timestamptz') writtenAt: Date;
  @Column('timestamptz', { nullable: true }) struckAt: Date | null;

  @ManyToOne(() => MemberEntity, { onDelete: 'CASCADE' }) member: Relation<MemberEntity>;
  @ManyToOne(() => MemberEntity, { onDelete: 'SET NULL' }) author: Relation<MemberEntity> | null;
}
