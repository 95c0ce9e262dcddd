import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/**
 * What visitors' browsers load: one script and one style sheet, with the hash of their content in the name, so that
 * they may be kept for ever. `vite build --outDir <built house>/assets`; src/web reads manifest.json there.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/assets/',
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: 'dist/assets',
    emptyOutDir: true,
    assetsDir: '',
    manifest: 'manifest.json',
    // Phones of 2020 still read the forum.
    target: 'es2020',
    cssTarget: 'safari14',
    // The polyfill would be an inline script, which our policy forbids.
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: { input: ['client/browser/main.ts', 'client/styles/palabre.css'] },
  },
});
