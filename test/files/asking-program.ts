import { isMainThread, Worker } from 'node:worker_threads';

/** A program that asks a server from a thread of its own, as one that reads pages would for a language. */
if (isMainThread) new Worker(new URL(import.meta.url));
else await fetch('http://127.0.0.1:65009/fra.traineddata.gz').catch(() => undefined);
