import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day on which nobody works in a country. */
@Entity({ name: 'holiday' })
export class HolidayEntity {
  @PrimaryColumn('text') country: string;
  @PrimaryColumn('date') day: string;
  @Column('text') fr: string;
  @Column('text') en: string;
}
