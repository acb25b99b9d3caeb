'use client'

import type { EditorView } from '@codemirror/view'
import { type RefObject, useEffect } from 'react'
import { linesIn } from '../printedLines'

/** Where two neighbouring elements stand in editor and pages; pixels from the top of what scrolls. */
interface Anchor {
  line: number
  top: number
}

function anchorsOf(pages: HTMLElement): Anchor[] {
  const origin = pages.getBoundingClientRect().top - pages.scrollTop
  // Beside the second of two who speak at once stands the first: both would be at one height.
  const lines = linesIn(pages).filter((line) => !line.closest('[data-column="second"]'))
  return lines.map((element) => ({
    line: Number(element.dataset.line),
    top: element.getBoundingClientRect().top - origin,
  }))
}

const topOfLine = (view: EditorView, line: number): number =>
  view.lineBlockAt(view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines)).from).top

/** Where `position` on one scale lies on the other, in proportion between its neighbours. */
function carry(anchors: Anchor[], position: number, from: (a: Anchor) => number, to: (a: Anchor) => number) {
  const next = anchors.findIndex((anchor) => from(anchor) > position)
  const before = anchors[(next === -1 ? anchors.length : next) - 1]
  const after = next === -1 ? undefined : anchors[next]
  if (!before) return null
  if (!after || from(after) === from(before)) return to(before)
  const share = (position - from(before)) / (from(after) - from(before))
  return to(before) + share * (to(after) - to(before))
}

/** Keeps editor and pages at the same place: the one that a person last pointed at or typed in leads. */
export function useScrollInStep(view: EditorView | null, pagesRef: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const pages = pagesRef.current
    if (!view || !pages) return
    const editor = view.scrollDOM
    let leader: HTMLElement = editor
    let frame = 0
    const lead = (event: Event) => {
      leader = pages.contains(event.target as Node) ? pages : editor
    }
    const follow = () => {
      const anchors = anchorsOf(pages)
      const inEditor = ({ line }: Anchor) => topOfLine(view, line)
      const inPages = ({ top }: Anchor) => top
      if (leader === editor) {
        const top = carry(anchors, editor.scrollTop, inEditor, inPages)
        pages.scrollTop = editor.scrollTop <= 0 ? 0 : (top ?? 0)
      } else {
        const top = carry(anchors, pages.scrollTop, inPages, inEditor)
        editor.scrollTop = pages.scrollTop <= 0 ? 0 : (top ?? 0)
      }
    }
    const onScroll = (event: Event) => {
      if (event.currentTarget !== leader) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(follow)
    }
    const hints = ['pointerdown', 'wheel', 'keydown', 'focusin', 'touchstart'] as const
    for (const pane of [view.dom, pages]) {
      for (const hint of hints) pane.addEventListener(hint, lead, { passive: true })
    }
    editor.addEventListener('scroll', onScroll, { passive: true })
    pages.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      for (const pane of [view.dom, pages]) for (const hint of hints) pane.removeEventListener(hint, lead)
      editor.removeEventListener('scroll', onScroll)
      pages.removeEventListener('scroll', onScroll)
    }
  }, [view, pagesRef])
}
