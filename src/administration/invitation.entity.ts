import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { MemberEntity } from '../members/member.entity.js';
import type { InvitedRole } from './invited-role.js';

/** A link that gives a role, once; of its token there is only the hash. */
@Entity({ schema: 'private', name: 'invitation' })
@Unique(['tokenHash'])
export class InvitationEntity {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('bytea') tokenHash: Buffer;
  @Column('text') role: InvitedRole;
  /** Those that a moderator is limited to; empty for all. */
  @Column('int', { array: true }) categories: number[];
  @Column('int') madeBy: number;
  @Column('timestamptz') madeAt: Date;
  @Column('timestamptz') expiresAt: Date;

  @ManyToOne(() => MemberEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'made_by' })
  maker: Relation<MemberEntity>;
}
