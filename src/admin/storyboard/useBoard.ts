'use client'

import { toast } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { BoardPanel, EpisodeBoard, RunStatus, StartRunArgs } from '@/contracts'
import { callApi, messageOf } from '../lib/api'
import { usePolling } from '../lib/usePolling'
import { shareUnchanged } from './shareUnchanged'

const POLL_MS = 1_000
/** The board is heavier than the run: read again at most this often while panels arrive. */
const BOARD_EVERY_MS = 2_000

export type RunRequest = Omit<StartRunArgs, 'episodeId'>

export interface BoardActions {
  start(request: RunRequest): Promise<void>
  cancel(): Promise<void>
  retryFailed(): Promise<void>
  retryTask(taskId: string): Promise<void>
  discardTask(taskId: string): Promise<void>
  setPanelStatus(panelId: string, status: BoardPanel['status']): Promise<void>
  regenerate(panelId: string): Promise<void>
  reorder(sceneId: string, shotIds: string[]): Promise<void>
}

const markOf = (run: RunStatus | null) => (run ? `${run.runId} ${run.state} ${run.tasks.completed}` : '')

/** Puts a scene's shots into an order, on the page, before the server has said yes. */
const inOrder = (board: EpisodeBoard, sceneId: string, shotIds: string[]): EpisodeBoard => ({
  ...board,
  scenes: board.scenes.map((scene) =>
    scene.id === sceneId
      ? { ...scene, shots: shotIds.flatMap((id) => scene.shots.filter((shot) => shot.id === id)) }
      : scene,
  ),
})

/** The board and its latest run, kept fresh while something runs, and everything that can be done to them. */
export function useBoard(initial: { board: EpisodeBoard; run: RunStatus | null }) {
  const [board, setBoard] = useState(initial.board)
  const [run, setRun] = useState(initial.run)
  const [isBusy, setIsBusy] = useState(false)
  const [lostContact, setLostContact] = useState<string | null>(null)
  const shown = useRef({ mark: markOf(initial.run), at: 0 })
  const currentRunId = useRef(initial.run?.runId)
  const { id: episodeId } = board.episode

  const adoptRun = useCallback((next: RunStatus | null) => {
    currentRunId.current = next?.runId
    setRun(next)
  }, [])

  const refreshBoard = useCallback(
    async (signal?: AbortSignal) => {
      const next = await callApi<EpisodeBoard>(`/episodes/${episodeId}/board`, { signal })
      setBoard((before) => shareUnchanged(before, next))
    },
    [episodeId],
  )

  const poll = async (signal: AbortSignal) => {
    if (!run) return
    try {
      const next = await callApi<RunStatus>(`/runs/${run.runId}`, { signal })
      if (currentRunId.current !== next.runId) return
      const mark = markOf(next)
      const isDue = next.state !== 'running' || Date.now() - shown.current.at > BOARD_EVERY_MS
      if (mark !== shown.current.mark && isDue) {
        shown.current = { mark, at: Date.now() }
        await refreshBoard(signal)
      }
      setRun(next)
      setLostContact(null)
    } catch (error) {
      if (!signal.aborted) setLostContact(messageOf(error))
    }
  }
  usePolling(poll, run?.state === 'running' ? POLL_MS : null)

  // While nothing runs nothing is asked; somebody who comes back to the page sees what others did meanwhile.
  useEffect(() => {
    if (run?.state === 'running') return
    const onVisible = () => {
      if (document.visibilityState !== 'visible') return
      Promise.all([callApi<RunStatus | null>(`/episodes/${episodeId}/runs/latest`), refreshBoard()])
        .then(([latest]) => adoptRun(latest))
        .catch(() => undefined)
    }
    document.addEventListener('visibilitychange', onVisible)
    return () => document.removeEventListener('visibilitychange', onVisible)
  }, [run?.state, episodeId, refreshBoard, adoptRun])

  /** Runs one action at a time and says in plain words what went wrong. */
  const act = useCallback(async (action: () => Promise<void>) => {
    setIsBusy(true)
    try {
      await action()
    } catch (error) {
      toast.error(messageOf(error))
    } finally {
      setIsBusy(false)
    }
  }, [])

  const runId = run?.runId
  const post = (path: string, body: unknown = {}) => callApi<RunStatus>(path, { body })
  const settleTask = (taskId: string, verb: 'retry' | 'discard') =>
    act(async () => {
      await callApi(`/tasks/${taskId}/${verb}`, { body: {} })
      if (runId) adoptRun(await callApi<RunStatus>(`/runs/${runId}`))
    })

  const actions: BoardActions = {
    start: (request) => act(async () => adoptRun(await post(`/episodes/${episodeId}/runs`, request))),
    cancel: () => act(async () => adoptRun(await post(`/runs/${runId}/cancel`))),
    retryFailed: () => act(async () => adoptRun(await post(`/runs/${runId}/retry`))),
    retryTask: (taskId) => settleTask(taskId, 'retry'),
    discardTask: (taskId) => settleTask(taskId, 'discard'),
    setPanelStatus: (panelId, status) =>
      act(async () => {
        await callApi(`/panels/${panelId}`, { method: 'PATCH', body: { status } })
        await refreshBoard()
      }),
    regenerate: (panelId) =>
      act(async () => {
        adoptRun(await post(`/panels/${panelId}/regenerate`))
        toast.success('A new version is being drawn. The versions there are stay.')
      }),
    reorder: (sceneId, shotIds) =>
      act(async () => {
        setBoard((before) => inOrder(before, sceneId, shotIds))
        // Where the server says no, its order comes back.
        await callApi('/shots/reorder', { body: { sceneId, shotIds } }).finally(() => refreshBoard())
      }),
  }
  // The same functions for as long as they would do the same, so that strips need not be drawn again.
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  const [stable] = useState<BoardActions>(() => ({
    start: (...args) => latest.current.start(...args),
    cancel: (...args) => latest.current.cancel(...args),
    retryFailed: (...args) => latest.current.retryFailed(...args),
    retryTask: (...args) => latest.current.retryTask(...args),
    discardTask: (...args) => latest.current.discardTask(...args),
    setPanelStatus: (...args) => latest.current.setPanelStatus(...args),
    regenerate: (...args) => latest.current.regenerate(...args),
    reorder: (...args) => latest.current.reorder(...args),
  }))
  return { board, run, isBusy, lostContact, actions: stable }
}
