'use client'

import { useEffect, useState } from 'react'
import { ApiError, type ApiProblem, callApi, messageOf } from '../lib/api'
import type { ReadingTarget, ScriptReading } from './types'

export type ReadingAnswer =
  | { state: 'reading' }
  | { state: 'refused'; message: string; problems: ApiProblem[] }
  | { state: 'read'; reading: ScriptReading }

/** Asks the server for the reading of a file. Nothing is written by it. */
export function useReading(file: File, { projectId, episodeId }: ReadingTarget): ReadingAnswer {
  const [answer, setAnswer] = useState<ReadingAnswer>({ state: 'reading' })
  useEffect(() => {
    const controller = new AbortController()
    const body = new FormData()
    body.set('file', file)
    if (projectId) body.set('projectId', projectId)
    if (episodeId) body.set('episodeId', episodeId)
    callApi<ScriptReading>('/script-readings', { body, signal: controller.signal }).then(
      (reading) => setAnswer({ state: 'read', reading }),
      (error: unknown) => {
        if (controller.signal.aborted) return
        const problems = error instanceof ApiError ? error.problems : []
        setAnswer({ state: 'refused', message: messageOf(error), problems })
      },
    )
    return () => controller.abort()
  }, [file, projectId, episodeId])
  return answer
}
