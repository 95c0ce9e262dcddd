import { Shelf } from '../kit/shelf.ts';
import { filesOf } from './sent-mark.ts';

/**
 * Files go up as soon as they are chosen, dropped on the form or pasted into it. What does that is fetched then, or at
 * once where this window has begun it before or a file is still being checked; until it is there, and where it does not
 * come, the field keeps its files.
 */
export function startFiles(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('input[type="file"][name="file"]');
  if (field === null) return;
  let leaves = false;
  // After all who may hold it back.
  form.addEventListener('submit', (event) => setTimeout(() => (leaves = !event.defaultPrevented)));
  addEventListener('pageshow', () => (leaves = false));
  const send = async (files: FileList | null): Promise<void> => {
    const chosen = [...(files ?? [])];
    try {
      const { SentFiles } = await import('./sent-files.ts');
      // Sent before the script was there: they are on their way with the form, and would come twice.
      if (!leaves) SentFiles.of(form, field).take(chosen);
    } catch {
      // They go with the form, as they do without a script.
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
