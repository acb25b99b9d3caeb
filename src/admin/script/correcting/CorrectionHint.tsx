import type { Correction } from './correctElement'

/** Under the field: how it is saved, or what is to be known before, with the ways to go on. */
export function CorrectionHint({
  id,
  asked,
  isSaving,
  other,
  onSave,
  onOther,
}: {
  id: string
  asked: Correction | null
  isSaving: boolean
  /** What else can be said of the line. */
  other: string | null
  onSave: (text: string) => void
  onOther: () => void
}) {
  const concerns = asked ? ('problem' in asked ? [asked.problem] : (asked.concerns ?? [])) : []
  const asTyped = asked?.asTyped
  const kept = asked && 'text' in asked ? asked.text : asTyped?.text
  if (isSaving || !asked) {
    return (
      <div className="sr-correction__hint" id={id}>
        <span>{isSaving ? 'Saving…' : 'Enter saves · Shift+Enter: new line · Esc cancels'}</span>
        {other && !isSaving && (
          <button type="button" className="sr-link-button" onClick={onOther}>
            {other}
          </button>
        )}
      </div>
    )
  }
  return (
    <div
      className="sr-correction__hint"
      id={id}
      role="alert"
      data-problem={kept === undefined || undefined}
      data-concern={kept !== undefined || undefined}
    >
      {concerns.map((concern) => (
        <span key={concern}>{concern}</span>
      ))}
      {kept !== undefined && (
        <span className="sr-correction__ways">
          <button type="button" className="sr-button" disabled={isSaving} onClick={() => onSave(kept)}>
            Keep as it is typed
          </button>
          {'text' in asked && asTyped && (
            <button
              type="button"
              className="sr-button"
              disabled={isSaving}
              onClick={() => onSave(asTyped.text)}
            >
              Make it {asTyped.becomes}
            </button>
          )}
          <span>Enter keeps it · type on to change it</span>
        </span>
      )}
    </div>
  )
}
