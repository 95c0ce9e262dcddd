import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The link that makes the first administrator: one row, until it is used. */
@Entity({ schema: 'private', name: 'setup_link' })
export class SetUpLinkEntity {
  @PrimaryColumn('boolean') one: boolean;
  @Column('bytea') tokenHash: Buffer;
  @Column('timestamptz') expiresAt: Date;
}
