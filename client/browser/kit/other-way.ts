// Plain requests, for networks that let no web socket through; the server takes both.
export { WebSocket, XHR } from 'socket.io-client';
