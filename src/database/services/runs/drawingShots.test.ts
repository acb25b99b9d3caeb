import { expect, it } from 'vitest'
import type { Task } from '@/payload-types'
import { drawingShots } from './drawingShots'

const task = (type: string, state: Task['state'], input: object) => ({ type, state, input }) as Task

it('names the shots that are being drawn, and those that were asked for and wait', () => {
  const drawing = task('draw-panel', 'running', { shotId: 'b' })
  expect(drawingShots([task('draw-panel', 'waiting', { shotIds: ['a', 'b'] })], [drawing])).toEqual([
    'a',
    'b',
  ])
  expect(drawingShots([task('draw-panel', 'awaiting-children', { mode: 'missing' })], [drawing])).toEqual([
    'b',
  ])
})

it('names none that something else is done for, nor of a run that is over', () => {
  const steps = [
    task('draw-panel', 'completed', { shotIds: ['a'] }),
    task('speak-dialogue', 'running', { shotIds: ['a'] }),
  ]
  expect(drawingShots(steps, [task('speak-dialogue', 'running', { sceneId: 's' })])).toEqual([])
})
