import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The secret of this installation, from which tokens are made: one row. */
@Entity({ schema: 'private', name: 'installation' })
export class InstallationEntity {
  @PrimaryColumn('boolean') one: boolean;
  @Column('bytea') secret: Buffer;
}
