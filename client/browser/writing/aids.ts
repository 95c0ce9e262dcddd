// What helps while somebody writes, in one file: it is fetched when they begin to.
export { startPreview } from './preview.ts';
export { startToolbar } from './toolbar.ts';
