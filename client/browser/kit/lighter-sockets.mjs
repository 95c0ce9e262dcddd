/**
 * What the client of the sockets can do and is never asked for. Only whole files of the library are left out; the rest
 * is its own code as before, so that it keeps step with its server. The build fails where a file is not found any more.
 */
const INSTEAD = {
  // The other way is fetched where a web socket is not let through (other-way.ts); the server has no third one.
  'engine.io-client/build/esm/transports/index.js':
    "import { WS } from './websocket.js'; export const transports = { websocket: WS };",
  // Bytes in messages, which nobody sends.
  'socket.io-parser/build/esm/is-binary.js': 'export const isBinary = () => false; export const hasBinary = isBinary;',
  'socket.io-parser/build/esm/binary.js': `
    export const deconstructPacket = (packet) => ({ packet, buffers: [] });
    export const reconstructPacket = (packet) => packet;`,
  'engine.io-parser/build/esm/encodePacket.browser.js': `
    import { PACKET_TYPES } from './commons.js';
    export const encodePacket = ({ type, data }, binary, done) => done(PACKET_TYPES[type] + (data || ''));
    export const encodePacketToBinary = () => {};`,
  'engine.io-parser/build/esm/decodePacket.browser.js': `
    import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js';
    export const decodePacket = (packet) => {
      const type = PACKET_TYPES_REVERSE[packet[0]];
      return type ? { type, data: packet.slice(1) || undefined } : ERROR_PACKET;
    };`,
  // Every browser that runs our scripts takes addresses apart itself.
  'engine.io-client/build/esm/contrib/parseuri.js': `
    export const parse = (address) => {
      const { protocol, hostname, port } = new URL(address);
      return { protocol: protocol.slice(0, -1), host: hostname.replace(/[[\\]]/g, ''), port };
    };`,
};

/** A plugin of Vite. */
export function lighterSockets() {
  const found = new Set();
  return {
    name: 'lighter-sockets',
    enforce: 'pre',
    load(id) {
      const file = Object.keys(INSTEAD).find((name) => id.endsWith(name));
      if (file === undefined) return null;
      found.add(file);
      return INSTEAD[file];
    },
    buildEnd() {
      for (const file of Object.keys(INSTEAD)) if (!found.has(file)) this.error(`${file} is not where it was`);
    },
  };
}

/** The library does not say of itself that a file of which nothing is used does nothing: none of its files does. */
export const doesNothingUnused = (id) => !/node_modules.(socket|engine)\.io-/.test(id);
