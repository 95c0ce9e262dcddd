import type { Carried, Carrier } from './web-socket.ts';

/** Stands between two packets that come together. */
const BETWEEN = '\u001e';

/** For networks that let no web socket through: a request waits for what the server says, others carry our words. */
export function overPolling({ packet, closed }: Carried): Carrier {
  const ending = new AbortController();
  let address = '/socket.io/?EIO=4&transport=polling';
  let sent: Promise<void> = Promise.resolve();
  const asked = async (options: RequestInit): Promise<string> => {
    const answer = await fetch(address, { ...options, signal: ending.signal, cache: 'no-store' });
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    return answer.text();
  };
  const end = (): void => {
    if (ending.signal.aborted) return;
    ending.abort();
    closed();
  };
  const read = async (): Promise<void> => {
    for (let isFirst = true; !ending.signal.aborted; isFirst = false) {
      const packets = (await asked({})).split(BETWEEN);
      const { sid = '' } = isFirst ? (JSON.parse(packets[0]?.slice(1) ?? '{}') as { sid?: string }) : {};
      if (isFirst) address += `&sid=${encodeURIComponent(sid)}`;
      packets.forEach(packet);
    }
  };
  void read().then(end, end);
  return {
    send: (said) => {
      sent = sent.then(() => asked({ method: 'POST', body: said })).then(() => undefined, end);
    },
    close: () => ending.abort(),
  };
}
