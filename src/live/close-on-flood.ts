import type { Allowance } from './door.js';

interface Connection {
  on(event: 'packet', hear: () => void): void;
  close(): void;
}

/**
 * Closes a connection that says far more than any page of ours would. It counts what arrives at the transport, known
 * event or not, so that nothing has to be parsed, let alone answered, to be counted.
 */
export function closeOnFlood(connection: Connection, may: Allowance): void {
  connection.on('packet', () => {
    if (!may()) connection.close();
  });
}
