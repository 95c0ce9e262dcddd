import { readFileSync } from 'node:fs';
import { type ConnectionOptions, getCACertificates } from 'node:tls';

export type Tls = Pick<ConnectionOptions, 'rejectUnauthorized' | 'ca' | 'checkServerIdentity' | 'host'>;

/**
 * What the `sslmode` and `sslrootcert` of an address ask for, as libpq reads them: `require` encrypts and believes any
 * server, unless a certificate says whom to believe; `verify-ca` believes what it has signed, and `verify-full` only
 * under the name that was connected to. `sslrootcert=system` means the certificates of this machine.
 *
 * @throws an Error in words when the file cannot be read
 */
export function sslOf(parameters: URLSearchParams, host: string): Tls | null {
  const [mode, root] = [parameters.get('sslmode'), parameters.get('sslrootcert')];
  if (mode === 'disable' || (mode === null && root === null)) return null;
  // Without its ca Node would believe the certificates that it brings along.
  const ca = root === null ? {} : { ca: root === 'system' ? getCACertificates('system') : certificates(root) };
  const verifies = mode?.startsWith('verify') === true || root !== null;
  const byName = mode === 'verify-full' || root === 'system';
  return {
    rejectUnauthorized: verifies,
    ...ca,
    // The driver names only hosts that are no numbers.
    ...(byName ? { host } : { checkServerIdentity: () => undefined }),
  };
}

function certificates(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new WrongCertificate(file);
  }
}

/** The file that an address names can't be read. */
export class WrongCertificate extends Error {
  constructor(file: string) {
    super(`The certificates of sslrootcert (${file}) can't be read.`);
    this.name = 'WrongCertificate';
  }
}
