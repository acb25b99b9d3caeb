'use client'

import { useCallback, useMemo } from 'react'
import { readVersion } from '../../draft/draftApi'
import { readScript } from '../readScript'
import { ScriptPages } from '../ScriptPages'
import { useAnswer } from './useAnswer'

/** A version as it would be printed. */
export function VersionPages({ episodeId, version }: { episodeId: string; version: number }) {
  const ask = useCallback(() => readVersion(episodeId, version), [episodeId, version])
  const { answer, problem } = useAnswer(ask)
  const reading = useMemo(() => (answer ? readScript(answer.text) : null), [answer])
  if (problem) return <p role="alert">{problem}</p>
  if (!reading) return <p className="sr-muted">Loading…</p>
  return <ScriptPages reading={reading} storyboardPath={null} />
}
