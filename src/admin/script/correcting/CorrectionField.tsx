'use client'

import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { type Correctable, correctElement, wordsOf } from './correctElement'

const LABELS: Record<Correctable['type'], string> = {
  'scene-heading': 'Scene heading',
  character: 'Who speaks',
  parenthetical: 'Parenthetical',
  dialogue: 'Speech',
  lyrics: 'Lyrics',
  action: 'Action',
  transition: 'Transition',
  centered: 'Centred line',
}

/** A printed line while it is corrected: a field over it, as wide and in the same type. */
export function CorrectionField({
  text,
  element,
  place,
  isSaving,
  onSave,
  onCancel,
}: {
  /** Of the whole script. */
  text: string
  element: Correctable
  /** The printed line. */
  place: HTMLElement
  isSaving: boolean
  onSave: (text: string) => void
  onCancel: () => void
}) {
  const [words, setWords] = useState(() => wordsOf(element))
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const hint = useId()

  useEffect(() => {
    const area = field.current
    area?.focus({ preventScroll: true })
    area?.setSelectionRange(area.value.length, area.value.length)
  }, [])
  // As high as what is typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew with every word
  useLayoutEffect(() => {
    const area = field.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight}px`
  }, [words])

  const save = () => {
    const correction = correctElement(text, element, words)
    if ('problem' in correction) setProblem(correction.problem)
    else if (correction.text === text) onCancel()
    else onSave(correction.text)
  }
  const style = getComputedStyle(place)
  return (
    <div
      className="sr-correction"
      style={{
        top: place.offsetTop,
        left: place.offsetLeft,
        width: place.offsetWidth,
        textAlign: style.textAlign as 'left',
      }}
    >
      <textarea
        ref={field}
        rows={1}
        value={words}
        disabled={isSaving}
        aria-label={LABELS[element.type]}
        aria-describedby={hint}
        aria-invalid={problem !== null}
        data-kind={element.type}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          setProblem(null)
        }}
        onBlur={() => {
          if (words === wordsOf(element) && !isSaving) onCancel()
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' && !event.shiftKey) save()
          else if (event.key === 'Escape') onCancel()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <p id={hint} role={problem ? 'alert' : undefined} data-problem={problem !== null || undefined}>
        {problem ?? (isSaving ? 'Saving…' : 'Enter saves · Shift+Enter: new line · Esc cancels')}
      </p>
    </div>
  )
}
