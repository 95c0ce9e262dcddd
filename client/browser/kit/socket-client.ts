// Imported alone, so that nothing else of the library comes along.
export { Manager } from 'socket.io-client';
