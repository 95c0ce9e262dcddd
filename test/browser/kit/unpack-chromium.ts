import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';

// Run as a program of its own with TMPDIR set: the package unpacks into the system's temporary folder and nowhere
// else, and a test can't change that folder for its own process (Jest hands it a copy of the environment).
await chromium.executablePath();
await inflate(fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))));
