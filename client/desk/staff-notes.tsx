import type { NoteRow } from '../../src/desk/people/notes.js';
import type { Ui } from '../kit/ui.js';
import { recordAddress } from '../kit/address.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Time } from '../kit/time.js';

interface NotesProps {
  ui: Ui;
  member: { name: string };
  notes: NoteRow[];
  /** The member who may strike out their own notes; null where nobody may. */
  me: number | null;
}

/** What moderators noted about a member, newest first; what was struck stays legible. */
export function NoteList({ ui, member, notes, me }: NotesProps) {
  const { people, desk } = ui.t;
  return (
    <ol class="story">
      {notes.map((note) => (
        <li>
          <p class="meta">
            <span>{note.by === null ? ui.t.anonymous : desk.by(note.by)}</span> <Time ui={ui} at={note.at} />{' '}
            {note.struckAt !== null && <b class="state">{people.noteStruck}</b>}
          </p>
          <p>{note.struckAt === null ? note.words : <del class="gone">{note.words}</del>}</p>
          {me !== null && note.author === me && note.struckAt === null && (
            <form method="post" action={`${recordAddress(member)}/notes/${note.id}/withdrawal`}>
              <button class="q" type="submit">
                {people.noteStrike}
                <span class="vh">{people.noteWhat(note.id)}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ol>
  );
}

interface StaffNotesProps extends NotesProps {
  written: string | null;
  errors: FormErrors | null;
}

export function StaffNotes({ written, errors, ...props }: StaffNotesProps) {
  const { ui, member, notes } = props;
  const { people } = ui.t;
  return (
    <section aria-labelledby="notes">
      <h2 class="filet" id="notes">
        {people.notes}
      </h2>
      <p class="hint">{people.notesWords}</p>
      {notes.length > 0 && <NoteList {...props} />}
      <form class="form" method="post" action={`${recordAddress(member)}/notes`}>
        <ErrorSummary ui={ui} errors={errors} />
        <Field
          ui={ui}
          name="words"
          prefix="note"
          label={people.noteNew}
          value={written ?? ''}
          errors={errors}
          rows={2}
          required
        />
        <p class="acts">
          <button class="b" type="submit">
            {people.noteSend}
          </button>
        </p>
      </form>
    </section>
  );
}
