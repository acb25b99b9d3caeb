'use client'

import { useEffect, useState } from 'react'
import type { PDFDocumentProxy } from 'unpdf/pdfjs'

export interface ShownPdf {
  document: PDFDocumentProxy | null
  /** Why the pages cannot be shown; the reading can be confirmed without them. */
  problem: string | null
}

/** Opens the file in the browser, to show its pages as they are printed. pdf.js is loaded when it is needed first. */
export function usePdfDocument(file: File): ShownPdf {
  const [shown, setShown] = useState<ShownPdf>({ document: null, problem: null })
  useEffect(() => {
    let isGone = false
    let close = () => {}
    const open = async () => {
      const { getDocument } = await import('unpdf/pdfjs')
      const data = new Uint8Array(await file.arrayBuffer())
      if (isGone) return
      // Nothing of the file is run, and nothing is fetched for it.
      const task = getDocument({
        data,
        verbosity: 0,
        isEvalSupported: false,
        useSystemFonts: true,
        useWasm: false,
      })
      close = () => void task.destroy().catch(() => undefined)
      const document = await task.promise
      if (!isGone) setShown({ document, problem: null })
    }
    open().catch(() => {
      if (!isGone)
        setShown({ document: null, problem: 'This browser cannot show the pages; the reading is complete.' })
    })
    return () => {
      isGone = true
      close()
    }
  }, [file])
  return shown
}
