'use client'

import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { CorrectionHint, waysOf } from './CorrectionHint'
import { type Correctable, type Correction, correctElement, wordsOf } from './correctElement'

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

/** What else can be said of the line than other words. */
export interface OtherChoice {
  label: string
  /** @returns the whole text; null where it has to be done in the editor. */
  apply: () => string | null
}

/** A printed line while it is corrected: a field over it, as wide and in the same type. */
export function CorrectionField({
  text,
  element,
  place,
  other,
  isSaving,
  onSave,
  onCancel,
}: {
  /** Of the whole script. */
  text: string
  element: Correctable
  /** The printed line. */
  place: HTMLElement
  other: OtherChoice | null
  isSaving: boolean
  onSave: (text: string) => void
  onCancel: () => void
}) {
  const [words, setWords] = useState(() => wordsOf(element))
  /** What was tried to save and needs an answer first. */
  const [asked, setAsked] = useState<Correction | null>(null)
  const box = useRef<HTMLDivElement>(null)
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
    // Said before, and confirmed by a second Enter.
    const [first] = waysOf(asked)
    if (first) return onSave(first.text)
    const correction = correctElement(text, element, words)
    if ('problem' in correction || correction.concerns) setAsked(correction)
    else if (correction.text === text) onCancel()
    else onSave(correction.text)
  }
  const chooseOther = () => {
    const next = other?.apply()
    if (next) onSave(next)
    else setAsked({ problem: 'This has to be done in the editor.' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey && event.target === field.current) save()
    else if (event.key === 'Escape') onCancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const style = getComputedStyle(place)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field and the buttons within
    <div
      ref={box}
      className="sr-correction"
      style={{
        top: place.offsetTop,
        left: place.offsetLeft,
        width: place.offsetWidth,
        textAlign: style.textAlign as 'left',
      }}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        const isInside = box.current?.contains(event.relatedTarget)
        if (!isInside && words === wordsOf(element) && !isSaving) onCancel()
      }}
    >
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        value={words}
        // Not disabled: it would lose the focus, and a dialog over it could not give it back.
        readOnly={isSaving}
        aria-label={LABELS[element.type]}
        aria-describedby={hint}
        aria-invalid={asked !== null && 'problem' in asked}
        data-kind={element.type}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          setAsked(null)
        }}
      />
      <CorrectionHint
        id={hint}
        asked={asked}
        isSaving={isSaving}
        other={other?.label ?? null}
        onSave={onSave}
        onOther={chooseOther}
      />
    </div>
  )
}
