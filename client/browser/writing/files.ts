import { Shelf } from '../kit/shelf.ts';
import { filesOf } from './sent-mark.ts';

/**
 * Sends files as soon as they are chosen, dropped on the form or pasted into it. The script for that is fetched then;
 * or at once, if this window has begun to send some before, or a file is still being checked. Until it is there, and if
 * it does not come, the field keeps its files.
 */
export function startFiles(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('input[type="file"][name="file"]');
  if (field === null) return;
  let leaves = false;
  // Listens after all others that may keep the form from being sent.
  form.addEventListener('submit', (event) => setTimeout(() => (leaves = !event.defaultPrevented)));
  addEventListener('pageshow', () => (leaves = false));
  const send = async (files: FileList | null): Promise<void> => {
    const chosen = [...(files ?? [])];
    try {
      const { SentFiles } = await import('./sent-files.ts');
      // The form was sent before the script was there: its files are on their way with it, and would come twice.
      if (!leaves) SentFiles.of(form, field).take(chosen);
    } catch {
      // The files go with the form, as they do without a script.
      if (files !== null && files.length > 0) field.files = files;
    }
  };
  field.addEventListener('change', () => void send(field.files));
  form.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  form.addEventListener('drop', (event) => {
    const files = event.dataTransfer?.files ?? null;
    if (files === null || files.length === 0) return;
    event.preventDefault();
    void send(files);
  });
  form.addEventListener('paste', ({ clipboardData }) => {
    // Words that were copied in an office program come with a picture of them.
    if (clipboardData?.files.length && !clipboardData.types.includes('text/plain')) void send(clipboardData.files);
  });
  const isUnchecked = form.querySelector('[data-upload] [data-became="unchecked"]') !== null;
  if (isUnchecked || new Shelf(() => sessionStorage).read(filesOf(form)) !== null) void send(null);
}
