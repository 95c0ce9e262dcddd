/** What carries the packets of a connection, each a text. */
export interface Carrier {
  send(packet: string): void;
  close(): void;
}

export interface Carried {
  packet: (said: string) => void;
  closed: () => void;
}

/** `forum` is empty for the site of this page. */
export function overWebSocket(forum: string, { packet, closed }: Carried): Carrier {
  const { origin } = new URL(forum, location.href);
  const wire = new WebSocket(`${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  wire.onmessage = ({ data }) => packet(String(data));
  wire.onclose = closed;
  return {
    send: (said) => {
      if (wire.readyState === WebSocket.OPEN) wire.send(said);
    },
    close: () => wire.close(),
  };
}
