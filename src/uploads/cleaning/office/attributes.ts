/** Names of attributes that say who, when, with what or where, in any of the office formats. */
const NEVER = new Set([
  ...['author', 'date', 'initials', 'userId', 'providerId', 'fullDate', 'paraId', 'textId', 'editId', 'anchorId'],
  ...['gfxdata', 'title', 'alt', 'spid', 'rsid', 'paragraph-rsid', 'creator', 'userName', 'lastGuid', 'uid'],
  // Addresses that nobody sees, and the attributes that cut a picture which lies whole behind them.
  ...['src', 'althref', 'croptop', 'cropbottom', 'cropleft', 'cropright'],
  ...['codeName', 'filterSaveName', 'changed', 'href', 'link', 'macro', 'onclick', 'action', 'password', 'hash'],
]);

/**
 * What an attribute says in the clean file. Names of drawings are emptied, because programs put the path of a picture
 * there; its description stays unless it looks like a path or a file.
 */
export function cleanAttribute(name: string, value: string, element: string): string | null {
  if (NEVER.has(name) || name.startsWith('rsid')) return null;
  if (name === 'name' && /^(docPr|cNvPr|frame|image)$/.test(element)) return '';
  if (name === 'descr') return /[\\/]|\.\w{2,5}$/.test(value.trim()) ? '' : value;
  return value;
}
