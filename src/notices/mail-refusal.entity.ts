import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An address whose reader wants no letters from us; only a keyed hash of it is stored. */
@Entity({ schema: 'private', name: 'mail_refusal' })
export class MailRefusalEntity {
  @PrimaryColumn('bytea') addressKey: Buffer;
  @Column('timestamptz') refusedAt: Date;
}
