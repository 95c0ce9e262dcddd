import type { VisibleCategory } from '../../src/threads/visible.js';
import type { Ui } from '../kit/ui.js';
import type { FormErrors } from '../kit/form-errors.js';
import { wordsAfterSending } from './reply-form.js';
import { WritingForm } from './writing-form.js';
import type { Writer, Written } from '../kit/written.js';

interface ThreadFormProps {
  ui: Ui;
  category: VisibleCategory;
  writer: Writer;
  written: Written;
  errors: FormErrors | null;
}

/** A new thread: a title, its first post, and the town that it may be about. */
export function ThreadForm({ ui, category, writer, written, errors }: ThreadFormProps) {
  return (
    <div class="slip">
      <WritingForm
        ui={ui}
        action={`/category/${category.slug}/threads`}
        place={`thread:${category.slug}`}
        writer={writer}
        written={written}
        errors={errors}
        titled
        after={wordsAfterSending(ui, writer)}
        rows={10}
        facts="tie"
      />
    </div>
  );
}
