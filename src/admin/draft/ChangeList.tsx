'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { DraftFront, DraftScene } from '@/contracts'
import { groupInWords } from '@/lib/groupInWords'
import { FrontRow } from './FrontRow'
import { movesOf } from './moves'
import { listItems, type SceneFilter } from './runs'
import { SceneRow } from './SceneRow'
import type { LoadScene } from './SceneTexts'
import { UnchangedRun } from './UnchangedRun'
import './change-list.css'

/** Rows drawn at once; the next come when the last is near. */
const CHUNK = 40

interface Props {
  front: DraftFront | null
  scenes: DraftScene[]
  filter: SceneFilter
  /** Null where nothing is chosen. */
  accepted: ReadonlySet<string> | null
  /** It was decided: nothing to choose any more. @default false */
  isSettled?: boolean
  /** And taken back. */
  isUndone?: boolean
  load: LoadScene | null
  onToggle: (key: string) => void
}

/** The scenes of a difference, those that are as they were folded away. Long lists are drawn as they are read. */
export function ChangeList({
  front,
  scenes,
  filter,
  accepted,
  isSettled = false,
  isUndone,
  load,
  onToggle,
}: Props) {
  const [drawn, setDrawn] = useState(CHUNK)
  const more = useRef<HTMLDivElement>(null)
  const items = useMemo(() => listItems(scenes, filter), [scenes, filter])
  const byKey = useMemo(() => new Map(scenes.map((scene) => [scene.key, scene])), [scenes])
  const isMore = drawn < items.length

  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter begins again
  useEffect(() => setDrawn(CHUNK), [filter])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark moves with every chunk
  useEffect(() => {
    if (!more.current || !isMore) return
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setDrawn((count) => count + CHUNK),
      { rootMargin: '1200px' },
    )
    observer.observe(more.current)
    return () => observer.disconnect()
  }, [isMore, drawn])

  const moves = useMemo(() => movesOf(scenes), [scenes])
  const aboutOf = (scene: DraftScene): string => {
    const moved = scene.flags.isMoved ? (moves.get(scene.key) ?? '') : ''
    const group = scene.group.flatMap((key) => byKey.get(key) ?? [])
    return `${moved} ${groupInWords(group)}`.trim()
  }
  return (
    <div className="sr-changes">
      {front && filter === 'all' && (
        <FrontRow
          front={front}
          isAccepted={accepted?.has(front.key) ?? null}
          isSettled={isSettled}
          onToggle={onToggle}
        />
      )}
      {items
        .slice(0, drawn)
        .map((item) =>
          item.kind === 'same' ? (
            <UnchangedRun key={item.key} scenes={item.scenes} />
          ) : (
            <SceneRow
              key={item.scene.key}
              scene={item.scene}
              isAccepted={accepted?.has(item.scene.key) ?? null}
              isSettled={isSettled}
              isUndone={isUndone}
              about={aboutOf(item.scene)}
              load={load}
              onToggle={onToggle}
            />
          ),
        )}
      {isMore && <div ref={more} className="sr-changes__more" />}
    </div>
  )
}
