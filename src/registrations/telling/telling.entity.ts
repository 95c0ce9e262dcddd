import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { RegistrationEntity } from '../registration.entity.js';
import type { TellingWay, PersonKnown } from './known.js';

/** A way in which whoever has registered wants to be told, and what they know already. */
@Entity({ schema: 'private', name: 'registration_telling' })
export class TellingEntity {
  @PrimaryColumn('uuid') registrationId: string;
  @PrimaryColumn('text') channel: TellingWay;
  /** What they know; empty before the first look at it. */
  @Column('jsonb') knows: Partial<PersonKnown>;
  /** From when on they are told what has changed; null while nothing has. */
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('timestamptz', { nullable: true }) toldAt: Date | null;

  @ManyToOne(() => RegistrationEntity, { onDelete: 'CASCADE' }) registration: Relation<RegistrationEntity>;
}
