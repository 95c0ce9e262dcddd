import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Reason } from './reason.js';

/** Why a contribution is refused or taken down, in both languages; `Reason` says what each text is for. */
@Entity({ name: 'reason' })
export class ReasonEntity implements Reason {
  @PrimaryColumn('text') code: string;
  @Column('int') position: number;
  @Column('text') fr: string;
  @Column('text') en: string;
  @Column('text') aboutFr: string;
  @Column('text') aboutEn: string;
  @Column('text') bodyFr: string;
  @Column('text') bodyEn: string;
  @Column('boolean') active: boolean;
}
