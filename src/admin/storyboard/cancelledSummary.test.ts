import { describe, expect, it } from 'vitest'
import type { RunStage, RunStatus } from '@/contracts'
import { cancelledSummary } from './cancelledSummary'

const stage = (type: RunStage['type'], completed: number, total: number) =>
  ({ type, completed, total }) as RunStage
const run = (stages: RunStage[], by: string | null = 'Ann') =>
  ({ cancelled: { by, at: '2026-11-27T14:03:00.000Z', reason: null }, stages }) as RunStatus

describe('cancelledSummary', () => {
  it('says who, when, and how far it came', () => {
    const stages = [stage('suggest-shots', 4, 4), stage('draw-panel', 12, 30), stage('speak-dialogue', 3, 20)]
    expect(cancelledSummary(run(stages), 'at 14:03')).toBe(
      'Cancelled by Ann at 14:03: 12 of 30 panels drawn, 3 of 20 scenes voiced.',
    )
  })

  it('counts nothing of what had not begun', () => {
    expect(cancelledSummary(run([stage('draw-panel', 0, 1), stage('assemble', 0, 1)]), 'at 14:03')).toBe(
      'Cancelled by Ann at 14:03.',
    )
  })

  it('says no more than it knows', () => {
    expect(cancelledSummary(run([], null), '')).toBe('Cancelled.')
    expect(cancelledSummary({ ...run([]), cancelled: null }, '')).toBe('Cancelled.')
  })

  it('says what ended it, where nobody pressed Cancel', () => {
    const cancelled = { by: 'Ann', at: '', reason: 'The project was put into the trash.' }
    expect(cancelledSummary({ ...run([]), cancelled }, 'at 14:03')).toBe(
      'Cancelled by Ann at 14:03. The project was put into the trash.',
    )
  })
})
