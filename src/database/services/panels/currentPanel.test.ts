import { describe, expect, it } from 'vitest'
import { currentPanel, newerPanel, type PanelChoice } from './currentPanel'

/** The n-th version, made in minute n. */
const made = (version: number, more: Partial<PanelChoice> = {}): PanelChoice => ({
  version,
  status: 'review',
  origin: 'ai',
  chosenAt: null,
  createdAt: at(version),
  ...more,
})
const at = (minute: number) => `2026-01-01T10:${String(minute).padStart(2, '0')}:00.000Z`
const shownOf = (...oldestFirst: PanelChoice[]) => currentPanel(oldestFirst.reverse())?.version
const newsOf = (...oldestFirst: PanelChoice[]) => newerPanel(oldestFirst.reverse())?.version ?? null

describe('the version to show', () => {
  it('is the newest where no person has said anything', () => {
    expect(currentPanel([])).toBeNull()
    expect(shownOf(made(1), made(2))).toBe(2)
    expect(newsOf(made(1), made(2))).toBeNull()
  })

  it('stays what a person drew or chose, however much is generated beside it', () => {
    const own = made(2, { origin: 'drawn', status: 'draft', chosenAt: at(2) })
    expect(shownOf(made(1), own, made(3), made(4))).toBe(2)
    expect(newsOf(made(1), own, made(3), made(4))).toBe(4)
    expect(shownOf(made(1, { chosenAt: at(9) }), own, made(3))).toBe(1)
  })

  it('is what a person said last, be it an approval or a choice', () => {
    const approved = (version: number, minute: number) =>
      made(version, { status: 'approved', chosenAt: at(minute) })
    expect(shownOf(approved(1, 8), approved(2, 5), made(3))).toBe(1)
    expect(shownOf(approved(1, 5), made(2, { chosenAt: at(8) }))).toBe(2)
    expect(shownOf(made(1, { status: 'locked' }), made(2, { chosenAt: at(8) }))).toBe(1)
  })

  it('was a decision on everything that was there: only what came later is news', () => {
    expect(newsOf(made(1, { chosenAt: at(5) }), made(2), made(3))).toBeNull()
    expect(newsOf(made(1, { chosenAt: at(5) }), made(2), made(6))).toBe(6)
  })

  it('is the approved or drawn one also where it is from before choices were kept', () => {
    expect(shownOf(made(1, { origin: 'drawn' }), made(2))).toBe(1)
    expect(shownOf(made(1, { status: 'approved' }), made(2, { origin: 'drawn' }), made(3))).toBe(1)
    expect(newsOf(made(1, { origin: 'drawn' }), made(2))).toBe(2)
  })
})
