import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'private', name: 'session' })
export class SessionEntity {
  @PrimaryColumn({ name: 'token_hash', type: 'bytea' })
  tokenHash: Buffer;

  @Column({ name: 'member_id', type: 'int' })
  memberId: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  /** A day, never a time. */
  @Column({ name: 'seen_on', type: 'date' })
  seenOn: string;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;
}
