'use client'

import { toast } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { BoardPanel, EpisodeBoard, RunStatus, StartRunArgs } from '@/contracts'
import { ApiError, callApi, callIfChanged, messageOf } from '../lib/api'
import { usePolling } from '../lib/usePolling'
import { shareUnchanged } from './shareUnchanged'
import { useRestOfBoard } from './useRestOfBoard'

const POLL_MS = 1_000
/** While a run is being stopped: who cancelled it looks on. */
const STOPPING_MS = 300
/** While nothing runs: what others do is here without a reload. */
const IDLE_MS = 5_000
/** The board is heavier than the run: read again at most this often while panels arrive. */
const BOARD_EVERY_MS = 2_000

export type RunRequest = Omit<StartRunArgs, 'episodeId'>

export interface BoardActions {
  start(request: RunRequest): Promise<void>
  cancel(): Promise<void>
  retryFailed(): Promise<void>
  settleTask(taskId: string, verb: 'retry' | 'discard'): Promise<void>
  setPanelStatus(panelId: string, status: BoardPanel['status']): Promise<void>
  choosePanel(panelId: string): Promise<void>
  regenerate(panelId: string): Promise<void>
  /** Says that a shot is right as it is, though its page has changed. */
  confirmShot(shotId: string): Promise<void>
  /** @param movedId the shot that was taken to another place */
  reorder(sceneId: string, shotIds: string[], movedId: string): Promise<void>
  /** Reads the board anew, after something was changed past these actions. */
  refresh(): Promise<void>
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
export function useBoard(initial: { board: EpisodeBoard; run: RunStatus | null; isWhole: boolean }) {
  const [board, setBoard] = useState(initial.board)
  const [run, setRun] = useState(initial.run)
  const [isBusy, setIsBusy] = useState(false)
  const shown = useRef({ mark: markOf(initial.run), at: 0 })
  const currentRunId = useRef(initial.run?.runId)
  const cancelledRunId = useRef<string>(undefined)
  /** Of the board that is shown, and how many were asked for: an answer that was overtaken is not shown. */
  const asked = useRef({ etag: null as string | null, count: 0, shown: 0 })
  const { id: episodeId } = board.episode

  const adoptRun = useCallback((next: RunStatus | null) => {
    currentRunId.current = next?.runId
    // An answer from before the cancelling does not take it back.
    const isCancelling = next?.state === 'running' && cancelledRunId.current === next.runId
    setRun(next && isCancelling ? { ...next, isCancelling, etaSeconds: null } : next)
  }, [])

  const refreshBoard = useCallback(
    async (signal?: AbortSignal) => {
      asked.current.count += 1
      const number = asked.current.count
      const { etag } = asked.current
      const next = await callIfChanged<EpisodeBoard>(`/episodes/${episodeId}/board`, { etag, signal })
      if (!next || number < asked.current.shown) return
      Object.assign(asked.current, { etag: next.etag, shown: number })
      setBoard((before) => shareUnchanged(before, next.value))
    },
    [episodeId],
  )

  const rest = useRestOfBoard(initial.isWhole, refreshBoard)

  const isRunning = run?.state === 'running'
  const poll = async (signal: AbortSignal) => {
    const path = isRunning ? `/runs/${run.runId}` : `/episodes/${episodeId}/runs/latest`
    const next = await callApi<RunStatus | null>(path, { signal })
    // Somebody may have started another meanwhile.
    if (currentRunId.current !== run?.runId) return
    const mark = markOf(next)
    const isDue = next?.state !== 'running' || Date.now() - shown.current.at > BOARD_EVERY_MS
    if (!isRunning || (mark !== shown.current.mark && isDue)) {
      shown.current = { mark, at: Date.now() }
      await refreshBoard(signal)
    }
    adoptRun(next)
  }
  const pace = run?.isCancelling ? STOPPING_MS : isRunning ? POLL_MS : IDLE_MS
  const lostContact = usePolling(poll, pace)

  /** After a no because of what somebody else did: what they did. */
  const lookAgain = useCallback(async () => {
    adoptRun(await callApi<RunStatus | null>(`/episodes/${episodeId}/runs/latest`))
    await refreshBoard()
  }, [episodeId, adoptRun, refreshBoard])

  /** Runs one action at a time and says in plain words what went wrong. */
  const act = useCallback(
    async (action: () => Promise<void>) => {
      setIsBusy(true)
      try {
        await action()
      } catch (error) {
        toast.error(messageOf(error))
        if (error instanceof ApiError && error.code === 'conflict') await lookAgain().catch(() => undefined)
      } finally {
        setIsBusy(false)
      }
    },
    [lookAgain],
  )

  const runId = run?.runId
  const post = (path: string, body: unknown = {}) => callApi<RunStatus>(path, { body })

  const actions: BoardActions = {
    start: (request) => act(async () => adoptRun(await post(`/episodes/${episodeId}/runs`, request))),
    cancel: () =>
      act(async () => {
        cancelledRunId.current = runId
        adoptRun(run)
        try {
          adoptRun(await post(`/runs/${runId}/cancel`))
        } catch (error) {
          cancelledRunId.current = undefined
          throw error
        }
      }),
    retryFailed: () => act(async () => adoptRun(await post(`/runs/${runId}/retry`))),
    settleTask: (taskId, verb) =>
      act(async () => {
        await callApi(`/tasks/${taskId}/${verb}`, { body: {} })
        if (runId) adoptRun(await callApi<RunStatus>(`/runs/${runId}`))
      }),
    setPanelStatus: (panelId, status) =>
      act(async () => {
        await callApi(`/panels/${panelId}`, { method: 'PATCH', body: { status } })
        await refreshBoard()
      }),
    choosePanel: (panelId) =>
      act(async () => {
        await callApi(`/panels/${panelId}/choose`, { body: {} })
        await refreshBoard()
      }),
    confirmShot: (shotId) =>
      act(async () => {
        await callApi(`/shots/${shotId}/confirm`, { body: {} })
        await refreshBoard()
      }),
    regenerate: (panelId) =>
      act(async () => {
        adoptRun(await post(`/panels/${panelId}/regenerate`))
        toast.success('A new version is being drawn. The versions there are stay.')
      }),
    reorder: (sceneId, shotIds, movedId) =>
      act(async () => {
        // What is shown now is not what the server named: its answer is wanted whatever it says.
        asked.current.etag = null
        setBoard((before) => inOrder(before, sceneId, shotIds))
        // Where the server says no, its order comes back.
        await callApi('/shots/reorder', { body: { sceneId, shotIds, movedId } }).finally(() => refreshBoard())
      }),
    refresh: () => refreshBoard(),
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
    settleTask: (...args) => latest.current.settleTask(...args),
    setPanelStatus: (...args) => latest.current.setPanelStatus(...args),
    choosePanel: (...args) => latest.current.choosePanel(...args),
    confirmShot: (...args) => latest.current.confirmShot(...args),
    regenerate: (...args) => latest.current.regenerate(...args),
    reorder: (...args) => latest.current.reorder(...args),
    refresh: () => latest.current.refresh(),
  }))
  return { board, run, isBusy, lostContact, rest, actions: stable }
}
