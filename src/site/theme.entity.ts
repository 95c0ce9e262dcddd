import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Theme } from './theme.js';

/** What workshops and cases are about, in both languages. */
@Entity({ name: 'theme' })
export class ThemeEntity implements Theme {
  @PrimaryColumn('text') code: string;
  @Column('text') fr: string;
  @Column('text') en: string;
  @Column('int') position: number;
  @Column('boolean') active: boolean;
}
