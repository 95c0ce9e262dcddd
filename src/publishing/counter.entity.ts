import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last id given to what is numbered at publication. */
@Entity({ schema: 'desk', name: 'counter' })
export class CounterEntity {
  @PrimaryColumn('text') name: string;
  @Column('int') last: number;
}
