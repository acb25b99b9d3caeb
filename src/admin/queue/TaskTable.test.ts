import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import type { TaskBody } from '@/api/schemas'
import { FailedTasks } from './FailedTasks'
import { RecentTasks } from './RecentTasks'
import { RunningTasks } from './RunningTasks'

vi.mock('@payloadcms/ui', () => ({ Link: 'a' }))
vi.mock('../lib/useAdminPath', () => ({ useAdminPath: () => (path: string) => `/admin${path}` }))

const task: TaskBody = {
  id: 't1',
  title: 'Draw shot 1A',
  type: 'draw-panel',
  state: 'dead',
  isCancelling: false,
  progress: { percentage: 40, stage: 'Ink', etaSeconds: null },
  attempts: 3,
  maxAttempts: 3,
  error: { message: 'No ink.', code: null, isRetryable: null },
  worker: 'w1',
  runId: null,
  projectId: 'p1',
  episodeId: 'e1',
  createdAt: '2026-01-01T00:00:00Z',
  startedAt: null,
  finishedAt: null,
}
const names = {
  projects: [{ id: 'p1', title: 'Harbour' }],
  episodes: [{ id: 'e1', title: 'Fog', episodeNumber: 2 }],
}
const props = { names, now: 0, isBusy: false, onDecide: () => undefined, onCancel: () => undefined }

describe('the tables of the queue', () => {
  for (const [name, Table] of Object.entries({ FailedTasks, RunningTasks, RecentTasks })) {
    it(`head every cell, name themselves and lead to the task: ${name}`, () => {
      const html = renderToStaticMarkup(
        createElement(Table as typeof FailedTasks, { ...props, tasks: [task] }),
      )
      const count = (tag: string) => html.split(`<${tag}`).length - 1
      expect(count('th ') + count('th>')).toBe(count('td ') + count('td>'))
      expect(html).toMatch(/aria-labelledby="(sr-queue-\w+)"><h2 id="\1"/)
      expect(html).toContain('<a href="/admin/collections/tasks/t1">Draw shot 1A</a>')
      expect(html).toContain('<a href="/admin/collections/projects/p1">Harbour</a>')
      expect(html).toContain('<a href="/admin/collections/episodes/e1/storyboard">2. Fog</a>')
    })
  }

  it('say why a task failed and how often it was tried', () => {
    const of = (changes: Partial<TaskBody>) =>
      renderToStaticMarkup(createElement(FailedTasks, { ...props, tasks: [{ ...task, ...changes }] }))
    expect(of({})).toMatch(/No ink\..*Tried 3 times\./)
    expect(of({ attempts: 1 })).toContain('Tried once.')
    expect(of({ state: 'held' })).toContain('may pay for it twice')
  })
})
