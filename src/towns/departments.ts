import { Inject, Injectable } from '@nestjs/common';
import { Reader } from '../database/reader.js';
import { regionSlug } from './region-slug.js';

export interface Department {
  /** `57`, `2A`, `974`. */
  readonly code: string;
  readonly name: string;
  readonly region: string;
}

/** What a code of one looks like. */
export const DEPARTMENT_CODE = /^(\d{2,3}|2[AB])$/;

/** All departments, and the territories that stand for one overseas. */
@Injectable()
export class Departments {
  constructor(@Inject(Reader) private readonly reader: Pick<Reader, 'query'>) {}

  /** In the order of their codes. */
  all(): Promise<Department[]> {
    return this.reader.query<Department>('select code, name, region from department order by code');
  }

  /** By its code, in letters of any size; null where there is none. */
  async byCode(code: string): Promise<Department | null> {
    return (await this.all()).find((each) => each.code === code.toUpperCase()) ?? null;
  }

  /** Those of a region, by its name as addresses have it; empty where there is none. */
  async ofRegion(slug: string): Promise<Department[]> {
    return (await this.all()).filter(({ region }) => regionSlug(region) === slug);
  }
}
