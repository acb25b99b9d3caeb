import { describe, expect, it } from 'vitest'
import type { PanelBrief, ShotSize } from '@/contracts'
import { blockActors } from './blocking'
import { buildCamera, FIGURE_HEIGHT } from './camera'
import { buildLight } from './light'
import { drawActors, subjectHeight } from './staging'
import { testBrief } from './testBrief'

const WIDE_TO_TIGHT: ShotSize[] = ['ELS', 'LS', 'FS', 'MLS', 'MS', 'MCU', 'CU', 'ECU']

function stage(brief: PanelBrief) {
  const camera = buildCamera(brief, 960, 540, subjectHeight(brief))
  return { camera, ...drawActors(brief, camera, buildLight(brief, 0, 1)) }
}

describe('framing', () => {
  it('draws the head larger the tighter the shot', () => {
    const heads = WIDE_TO_TIGHT.map((size) => stage(testBrief({ size })).figures[0]?.headSize ?? 0)
    for (let index = 1; index < heads.length; index += 1)
      expect(heads[index]).toBeGreaterThan((heads[index - 1] ?? 0) * 1.2)
  })

  it.each([
    ['FS', 0.6, 1],
    ['LS', 0.3, 0.6],
    ['ELS', 0.1, 0.3],
  ] as const)('shows the whole body in a %s', (size, least, most) => {
    const camera = buildCamera(testBrief({ size }), 960, 540)
    const feet = camera.stand(0, 0)
    const share = (FIGURE_HEIGHT * feet.scale) / 540
    expect(feet.y).toBeLessThan(540)
    expect(share).toBeGreaterThan(least)
    expect(share).toBeLessThan(most)
  })

  it('cuts a medium shot at the waist and a medium long shot at the knees', () => {
    const heightAt = (size: ShotSize, metres: number) => {
      const feet = buildCamera(testBrief({ size }), 960, 540).stand(0, 0)
      return feet.y - metres * feet.scale
    }
    expect(heightAt('MS', 1.2)).toBeLessThan(540)
    expect(heightAt('MS', 0.7)).toBeGreaterThan(540)
    expect(heightAt('MLS', 0.7)).toBeLessThan(540)
    expect(heightAt('MLS', 0.2)).toBeGreaterThan(540)
  })

  it('keeps every face of a conversation in frame, at every size and ratio', () => {
    for (const height of [960, 540, 402, 348]) {
      for (const size of WIDE_TO_TIGHT.slice(0, -1)) {
        const brief = testBrief({ size })
        const camera = buildCamera(brief, 960, height, subjectHeight(brief))
        for (const { head } of drawActors(brief, camera, buildLight(brief, 0, 1)).figures) {
          expect(head.x, `${size} ${height}`).toBeGreaterThan(0)
          expect(head.x, `${size} ${height}`).toBeLessThan(960)
          expect(head.y, `${size} ${height}`).toBeGreaterThan(0)
          expect(head.y, `${size} ${height}`).toBeLessThan(height)
        }
      }
    }
  })

  it('frames a child at its own height', () => {
    const child = testBrief({
      size: 'CU',
      characters: [{ name: 'PIP', isSpeaking: false, description: 'a child' }],
    })
    const head = stage(child).figures[0]?.head
    expect(head?.y).toBeGreaterThan(120)
    expect(head?.y).toBeLessThan(420)
  })

  it('moves the horizon with the angle', () => {
    const horizon = (angle: PanelBrief['angle']) =>
      buildCamera(testBrief({ angle, size: 'FS' }), 960, 540).horizon
    expect(horizon('high')).toBeLessThan(horizon('eye'))
    expect(horizon('low')).toBeGreaterThan(horizon('eye'))
  })
})

describe('blocking', () => {
  it('lets two people face each other', () => {
    const [one, other] = blockActors(testBrief(), 2)
    if (!one || !other) throw new Error('Nobody on stage')
    expect(Math.sign(one.facing)).toBe(Math.sign(other.x - one.x))
    expect(Math.sign(other.facing)).toBe(Math.sign(one.x - other.x))
  })

  it('leaves the listener of an over-the-shoulder shot to the foreground', () => {
    expect(stage(testBrief({ angle: 'OTS' })).figures).toHaveLength(1)
    expect(stage(testBrief({ angle: 'eye' })).figures).toHaveLength(2)
  })

  it('shows the speaker in an extreme close-up, whoever is named first', () => {
    const pair = [
      { name: 'JONAS', isSpeaking: false },
      { name: 'MARA', isSpeaking: true },
    ]
    const alone = stage(testBrief({ size: 'ECU', characters: [{ name: 'MARA', isSpeaking: true }] }))
    expect(stage(testBrief({ size: 'ECU', characters: pair })).svg).toBe(alone.svg)
  })
})
