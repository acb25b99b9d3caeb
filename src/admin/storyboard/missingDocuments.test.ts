import { describe, expect, it } from 'vitest'
import type { BoardOutput, RunStatus } from '@/contracts'
import { missingDocuments } from './missingDocuments'

const file = {} as BoardOutput
const all = { pdf: file, csv: file, animatic: file }
const runOf = (withoutAnimatic: RunStatus['withoutAnimatic'], more: Partial<RunStatus> = {}) =>
  ({ state: 'done', stages: [{ type: 'assemble', completed: 1 }], withoutAnimatic, ...more }) as RunStatus

describe('documents that an episode does not have', () => {
  it('are none where all are there, while some are made, and before any was', () => {
    expect(missingDocuments({ outputs: all }, runOf(null), true)).toBeNull()
    const none = { pdf: null, csv: null, animatic: null }
    expect(missingDocuments({ outputs: none }, null, true)).toBeNull()
    expect(missingDocuments({ outputs: none }, runOf(null, { stages: [] }), true)).toBeNull()
    const running = runOf(null, { state: 'running' })
    expect(missingDocuments({ outputs: { ...all, csv: null } }, running, true)).toBeNull()
  })

  it('say that ffmpeg was not found, what to do about it, and what makes the film then', () => {
    const outputs = { ...all, animatic: null }
    expect(missingDocuments({ outputs }, runOf('ffmpeg'), true)).toMatch(
      /ffmpeg was not found .* Install it there, .*FFMPEG_PATH.* Then “Run” at Assemble makes it\.$/,
    )
  })

  it('say that Run mends what is gone for another reason', () => {
    const outputs = { ...all, animatic: null }
    const text = 'The animatic is missing. “Run” at Assemble makes it.'
    expect(missingDocuments({ outputs }, runOf(null), true)).toBe(text)
    expect(missingDocuments({ outputs }, null, true)).toBe(text)
    expect(missingDocuments({ outputs: { ...outputs, csv: null } }, null, true)).toBe(
      'The shot list CSV and the animatic are missing. “Run” at Assemble makes them.',
    )
  })

  it('offer nobody a button that they do not have', () => {
    expect(missingDocuments({ outputs: { ...all, pdf: null } }, null, false)).toBe(
      'The storyboard PDF is missing. Who may run the pipeline of this project can make it anew.',
    )
  })
})
