/** A town as pages show it. */
export interface Town {
  /** INSEE's. */
  readonly code: string;
  readonly name: string;
  /** Its code: `57`, `2A`, `974`. */
  readonly department: string;
  readonly departmentName: string;
  readonly region: string;
  readonly postal: readonly string[];
  /** 0 where nobody counted. */
  readonly people: number;
  /** In degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  /** The position is that of its neighbours, or of its island: off by some kilometres. */
  readonly approximate: boolean;
  /** A name of the time zone database. */
  readonly zone: string;
  /** Its name as it stands in an address. */
  readonly slug: string;
  /**
   * What a form takes for this town and no other: its code, or its name and department where the code is a postal code
   * too.
   */
  readonly typed: string;
}

/**
 * What a text names. `several` holds those that bear it, or where none does (`near`) those that come close: somebody
 * has to choose, be it of one.
 */
export type FoundTown =
  | { readonly found: 'one'; readonly town: Town }
  | { readonly found: 'several'; readonly towns: readonly Town[]; readonly near: boolean }
  | { readonly found: 'none' };

/** A value of the town field that names no town: the choice that leads back to the empty field. */
export const ANOTHER_TOWN = '?';

/**
 * A name that no other town bears, and that a form takes: « Saint-Denis (974) ». No department has two of one name.
 */
export function townAndDepartment({ name, department }: Pick<Town, 'name' | 'department'>): string {
  return `${name} (${department})`;
}
