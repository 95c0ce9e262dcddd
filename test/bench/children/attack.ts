import process from 'node:process';
import { answering } from './answering.js';
import { drawing, languages, passwords, pipelined, sockets } from './flooding.js';

process.once('SIGTERM', () => process.exit(0));
answering({ drawing, languages, passwords, pipelined, sockets });
