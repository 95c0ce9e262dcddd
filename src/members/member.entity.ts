import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '../visitors/visitor.js';

/** What anyone may know of a member. */
@Entity({ name: 'member' })
export class MemberEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' }) id: number;
  @Column('text') name: string;
  @Column('text', { unique: true }) nameKey: string;
  @Column('text') role: Role;
  @Column('date') joinedOn: string;
}
