import { describe, expect, it } from 'vitest'
import { type ChoosableProject, projectLabels } from './projectChoices'

const project = (id: string, more: Partial<ChoosableProject> = {}): ChoosableProject => ({
  id,
  title: 'Harbour',
  type: 'series',
  createdAt: '2026-11-12T08:30:00.000Z',
  logline: null,
  episodesMade: 3,
  ...more,
})
const labelsOf = (...projects: ChoosableProject[]) => [...projectLabels(projects).values()]

describe('projects in a list of names', () => {
  it('say of what kind they are, how many episodes they have and since when', () => {
    expect(
      labelsOf(project('a'), project('b', { title: 'Orchard', type: 'audio-drama', episodesMade: 0 })),
    ).toEqual([
      'Harbour (series, 3 episodes, 12 Nov 2026)',
      'Orchard (audio drama, no episode yet, 12 Nov 2026)',
    ])
  })

  it('of one title are told apart by the logline where that is enough', () => {
    expect(
      labelsOf(
        project('a', { logline: 'A pilot\nvanishes.' }),
        project('b', { logline: 'A ship comes home.' }),
      ),
    ).toEqual([
      'Harbour (series, 3 episodes, 12 Nov 2026, A pilot vanishes.)',
      'Harbour (series, 3 episodes, 12 Nov 2026, A ship comes home.)',
    ])
  })

  it('made on one day by their minute', () => {
    expect(labelsOf(project('a'), project('b', { createdAt: '2026-11-12T17:05:00.000Z' }))).toEqual([
      'Harbour (series, 3 episodes, 12 Nov 2026, 08:30 UTC)',
      'Harbour (series, 3 episodes, 12 Nov 2026, 17:05 UTC)',
    ])
  })

  it('alike in everything still differ', () => {
    const labels = labelsOf(
      project('a'),
      project('b'),
      project('c', { title: 'HARBOUR' }),
      project('d', { type: 'film' }),
    )
    expect(new Set(labels.map((label) => label.toLowerCase())).size).toBe(4)
    expect(labels[3]).toBe('Harbour (film, 3 episodes, 12 Nov 2026)')
  })
})
