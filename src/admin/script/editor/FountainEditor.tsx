'use client'

import type { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { createEditor, type EditorOptions } from './createEditor'
import './editor.css'

type Props = Omit<EditorOptions, 'parent'> & {
  /** Null when it is gone. */
  onView: (view: EditorView | null) => void
}

/** The Fountain editor. `text` and `vocabulary` are what it begins with; the callbacks may change. */
export function FountainEditor(props: Props) {
  const parent = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    if (!parent.current) return
    const { text, vocabulary } = latest.current
    const view = createEditor({
      parent: parent.current,
      text,
      vocabulary,
      onReading: (reading) => latest.current.onReading(reading),
      onChange: (read) => latest.current.onChange(read),
      onCursor: (line) => latest.current.onCursor(line),
      onSave: () => latest.current.onSave(),
      onGoToScene: () => latest.current.onGoToScene(),
    })
    latest.current.onView(view)
    return () => {
      latest.current.onView(null)
      view.destroy()
    }
  }, [])
  return <div className="sr-editor" ref={parent} />
}
