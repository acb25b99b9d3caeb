import type { Correction } from './correctElement'

interface Way {
  label: string
  /** The whole script. */
  text: string
}

/** How it can be saved all the same, the likeliest first: Enter takes that. */
export function waysOf(asked: Correction | null): Way[] {
  if (!asked) return []
  const typed = asked.asTyped && { label: `Make it ${asked.asTyped.becomes}`, text: asked.asTyped.text }
  if ('problem' in asked) return typed ? [typed] : []
  const kept = { label: 'Keep as it is typed', text: asked.text }
  if (!typed) return [kept]
  return asked.isTypedLikely ? [typed, { ...kept, label: 'Keep what it is' }] : [kept, typed]
}

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
  const ways = waysOf(asked)
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
      data-problem={ways.length === 0 || undefined}
      data-concern={ways.length > 0 || undefined}
    >
      {concerns.map((concern) => (
        <span key={concern}>{concern}</span>
      ))}
      {ways.length > 0 && (
        <span className="sr-correction__ways">
          {ways.map(({ label, text }, index) => (
            <button
              key={label}
              type="button"
              className={index === 0 ? 'sr-button sr-button--primary' : 'sr-button'}
              onClick={() => onSave(text)}
            >
              {label}
            </button>
          ))}
          <span>Enter takes the first · type on to change it</span>
        </span>
      )}
    </div>
  )
}
