interface TickProps {
  name: string;
  label: string;
  ticked: boolean;
  hint?: string;
}

/** A box that sends « yes » when it is ticked; browsers send nothing for an empty one. */
export function Tick({ name, label, ticked, hint }: TickProps) {
  return (
    <div class="field">
      <label class="pick">
        <input
          type="checkbox"
          name={name}
          value="yes"
          checked={ticked}
          aria-describedby={hint === undefined ? undefined : `f-${name}-hint`}
        />{' '}
        {label}
      </label>
      {hint !== undefined && (
        <p class="hint" id={`f-${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
