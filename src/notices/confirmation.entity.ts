import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An address whose reader was asked whether letters may be sent to it; null once nothing names it any more. */
@Entity({ schema: 'private', name: 'confirmation' })
export class ConfirmationEntity {
  @PrimaryColumn('bytea') addressKey: Buffer;
  @Column('text', { nullable: true }) address: string | null;
  @Column('bytea', { unique: true }) tokenHash: Buffer;
  @Column('timestamptz') askedAt: Date;
  @Column('timestamptz') expiresAt: Date;
}
