'use client'

import { MergeView } from '@codemirror/merge'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { elementHighlight, emphasisHighlight } from '../editor/highlight'
import { readingField } from '../editor/readingField'
import '../editor/editor.css'
import './side-by-side.css'

/** Two texts of one script, line by line, what is the same folded away. */
export default function SideBySide({
  before,
  after,
  labels,
}: {
  before: string
  after: string
  /** What the two are, for those who hear the page. */
  labels: [string, string]
}) {
  const parent = useRef<HTMLDivElement>(null)
  const [left, right] = labels
  useEffect(() => {
    if (!parent.current) return
    const side = (doc: string, label: string) => ({
      doc,
      extensions: [
        readingField,
        elementHighlight,
        emphasisHighlight,
        EditorState.readOnly.of(true),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label }),
      ],
    })
    const view = new MergeView({
      parent: parent.current,
      a: side(before, left),
      b: side(after, right),
      collapseUnchanged: { margin: 2, minSize: 6 },
      gutter: false,
      diffConfig: { scanLimit: 2000, timeout: 1500 },
    })
    return () => view.destroy()
  }, [before, after, left, right])
  return <div className="sr-editor sr-side-by-side" ref={parent} />
}
