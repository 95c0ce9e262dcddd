import type { MarkdownIt } from 'markdown-it';

/** How the tokens are drawn that are ours, or that we draw otherwise than markdown-it. */
export function rendererRules(md: MarkdownIt): void {
  const { rules } = md.renderer;
  const { escapeHtml } = md.utils;
  const note = (meta: Record<string, unknown> | null | undefined): [string, string] => [
    escapeHtml(String(meta?.['number'])),
    escapeHtml(String(meta?.['label'])),
  ];

  // A code block scrolls sideways, so that it must be reachable by keyboard.
  rules['fence'] = (tokens, index) => {
    const code = escapeHtml(tokens[index]?.content.replace(/\n$/, '') ?? '');
    return `<pre tabindex="0"><code>${code}</code></pre>\n`;
  };
  rules['s_open'] = () => '<del>';
  rules['s_close'] = () => '</del>';
  rules['br'] = () => '<br>';
  rules['host'] = (tokens, index) => `<span class="host">${escapeHtml(tokens[index]?.content ?? '')}</span>`;
  rules['mention'] = (tokens, index) => `<span class="mention">${escapeHtml(tokens[index]?.content ?? '')}</span>`;
  rules['note_mark'] = (tokens, index) => {
    const [number, label] = note(tokens[index]?.meta);
    return `<sup class="note"><a href="#note-${number}" id="ref-${number}">${label}</a></sup>`;
  };
  rules['note_back'] = (tokens, index) => {
    const [number, label] = note(tokens[index]?.meta);
    return `<a href="#ref-${number}">${label}</a> `;
  };
}
