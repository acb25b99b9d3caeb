'use client'

import { useEffect, useRef, useState } from 'react'
import type { PDFDocumentProxy } from 'unpdf/pdfjs'
import { isIgnored } from '@/script-files/printed/kinds'
import type { PageLine, ReadPage } from '@/script-files/printed/PageReading'

/** A page as it is printed, with its lines as fields that can be pointed at. */
export function PageView({
  document,
  problem,
  page,
  currentId,
  onPick,
}: {
  document: PDFDocumentProxy | null
  problem: string | null
  page: ReadPage
  currentId: string
  onPick: (id: string) => void
}) {
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const markRef = useRef<HTMLButtonElement>(null)
  const [drawn, setDrawn] = useState(0)
  const [failed, setFailed] = useState<number | null>(null)

  useEffect(() => {
    const canvas = canvasRef.current
    if (!document || !canvas) return
    let task: { cancel: () => void; promise: Promise<void> } | null = null
    let isGone = false
    const draw = async () => {
      const printed = await document.getPage(page.number)
      if (isGone) return
      const width = canvas.parentElement?.clientWidth ?? page.width
      const scale = (width / page.width) * Math.min(2, window.devicePixelRatio || 1)
      const viewport = printed.getViewport({ scale: Math.min(4, Math.max(1, scale)) })
      canvas.width = Math.ceil(viewport.width)
      canvas.height = Math.ceil(viewport.height)
      task = printed.render({ canvas, viewport, background: '#fff' })
      await task.promise
      if (!isGone) setDrawn(page.number)
    }
    draw().catch(() => {
      if (!isGone) setFailed(page.number)
    })
    return () => {
      isGone = true
      task?.cancel()
    }
  }, [document, page])

  // biome-ignore lint/correctness/useExhaustiveDependencies: where the current line moves, its mark comes into view
  useEffect(() => {
    markRef.current?.scrollIntoView({ block: 'nearest' })
  }, [currentId])

  const note =
    problem ?? (failed === page.number ? 'This page cannot be drawn; its lines are beside it.' : null)
  return (
    <section className="sr-reading__sheet" aria-label={`Page ${page.label ?? page.number} as printed`}>
      <div
        className="sr-reading__paper"
        style={{ aspectRatio: `${page.width} / ${page.height}` }}
        data-drawn={drawn}
      >
        <canvas ref={canvasRef} />
        {note && <p className="sr-reading__note">{note}</p>}
        {page.lines.map((line) => (
          <button
            key={line.id}
            ref={line.id === currentId ? markRef : undefined}
            type="button"
            tabIndex={-1}
            className={classOf(line, line.id === currentId)}
            style={placeOf(line, page)}
            title={line.doubt ?? undefined}
            aria-label={`Line: ${line.text}`}
            onClick={() => onPick(line.id)}
          />
        ))}
      </div>
    </section>
  )
}

const classOf = ({ doubt, kind }: PageLine, isCurrent: boolean): string =>
  [
    'sr-reading__mark',
    isCurrent ? 'sr-reading__mark--current' : '',
    doubt ? 'sr-reading__mark--doubt' : '',
    isIgnored(kind) ? 'sr-reading__mark--ignored' : '',
    kind === 'watermark' ? 'sr-reading__mark--watermark' : '',
  ].join(' ')

const part = (value: number, whole: number): string => `${((value / whole) * 100).toFixed(3)}%`

const placeOf = ({ x, y, width, height }: PageLine, page: ReadPage) => ({
  left: part(x - 3, page.width),
  top: part(y - 1, page.height),
  width: part(width + 6, page.width),
  height: part(height + 2, page.height),
})
