'use client'

import { useEffect, useMemo, useState } from 'react'
import type { DraftScene } from '@/contracts'
import { messageOf } from '../lib/api'
import { WholeText, WordText } from './WordText'
import { wordsBetween } from './wordsBetween'

/** Gives the texts of a scene whose row came without. */
export type LoadScene = (key: string) => Promise<DraftScene>

/** The old text and the new one side by side. Fetches them where the difference was too long to bring them. */
export function SceneTexts({ scene, load }: { scene: DraftScene; load: LoadScene | null }) {
  const [loaded, setLoaded] = useState<DraftScene | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const { old, new: next, words: given } = loaded ?? scene
  const before = old?.text ?? null
  const after = next?.text ?? null
  const words = useMemo(
    () => given ?? (before !== null && after !== null ? wordsBetween(before, after) : null),
    [given, before, after],
  )
  const isMissing = !words && ((old !== null && before === null) || (next !== null && after === null))
  const { key } = scene

  useEffect(() => {
    if (!isMissing || loaded || !load) return
    let isCurrent = true
    load(key).then(
      (found) => isCurrent && setLoaded(found),
      (error) => isCurrent && setProblem(messageOf(error)),
    )
    return () => {
      isCurrent = false
    }
  }, [isMissing, loaded, load, key])

  if (problem) return <p className="sr-change__missing">{problem}</p>
  if (isMissing && !loaded) {
    return <p className="sr-change__missing">{load ? 'Loading the text…' : 'The text is not shown here.'}</p>
  }
  const common = { words: words ?? [], isOpen, onOpen: () => setIsOpen(true) }
  if ((!old || !next) && words?.some(({ moved }) => moved))
    return (
      <div className="sr-change__texts">
        <WordText {...common} side={next ? 'new' : 'old'} />
      </div>
    )
  if (!old || !next) {
    const text = (next ?? old)?.text ?? ''
    const kind = next ? 'added' : 'removed'
    return (
      <div className="sr-change__texts">
        <WholeText text={text} kind={kind} />
      </div>
    )
  }
  if (!words?.some(({ kind }) => kind !== 'same')) {
    return scene.flags.isMoved ? null : <p className="sr-change__missing">The words are the same.</p>
  }
  return (
    <div className="sr-change__texts">
      <WordText {...common} side="old" />
      <WordText {...common} side="new" />
    </div>
  )
}
