'use client'

import { useCallback } from 'react'
import { ChangeList } from '../../draft/ChangeList'
import { compareVersions } from '../../draft/draftApi'
import { summaryOf } from '../../draft/words'
import { useAnswer } from './useAnswer'

const nothing = () => undefined

/** What is different in one version against another, scene by scene. */
export function VersionComparison({ episodeId, from, to }: { episodeId: string; from: number; to: number }) {
  const ask = useCallback(() => compareVersions(episodeId, from, to), [episodeId, from, to])
  const { answer, problem } = useAnswer(ask)
  if (problem) return <p role="alert">{problem}</p>
  if (!answer) return <p className="sr-muted">Comparing…</p>
  const isSame = !answer.front && answer.scenes.every(({ status }) => status === 'unchanged')
  return (
    <>
      <p className="sr-versions__summary">
        Version {to} against version {from}: {isSame ? 'nothing differs.' : summaryOf(answer.counts)}
      </p>
      {!isSame && (
        <ChangeList
          front={answer.front}
          scenes={answer.scenes}
          filter="all"
          accepted={null}
          load={null}
          onToggle={nothing}
        />
      )}
    </>
  )
}
