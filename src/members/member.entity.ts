import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '../visitors/visitor.js';

/** What anyone may know of a member. */
@Entity({ name: 'member' })
export class MemberEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  id: number;

  @Column({ type: 'text' })
  name: string;

  @Column({ name: 'name_key', type: 'text' })
  nameKey: string;

  @Column({ type: 'text' })
  role: Role;

  @Column({ name: 'joined_on', type: 'date' })
  joinedOn: string;
}
