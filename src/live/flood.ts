const WINDOW = 10_000;
const MOST_PACKETS = 200;

interface Connection {
  on(event: 'packet', hear: () => void): void;
  close(): void;
}

/**
 * Closes a connection that says more in ten seconds than any page of ours would in a day. It counts what arrives at
 * the transport, known event or not, so that nothing has to be parsed, let alone answered, to be counted.
 */
export function closeOnFlood(connection: Connection): void {
  let packets = 0;
  let start = performance.now();
  connection.on('packet', () => {
    const now = performance.now();
    if (now - start > WINDOW) {
      start = now;
      packets = 0;
    }
    packets += 1;
    if (packets > MOST_PACKETS) connection.close();
  });
}
