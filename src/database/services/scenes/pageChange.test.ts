import { describe, expect, it } from 'vitest'
import type { Scene } from '@/payload-types'
import { oneName } from '../names/oneName'
import { isShownIn, pageChange } from './pageChange'
import { whatChanged } from './staleReason'

const scene = (more: Partial<Scene> = {}) =>
  ({
    heading: 'INT. PANTRY - DAY',
    timeOfDay: 'DAY',
    action: 'Ilse counts jars.\n\nA wasp circles the lamp.',
    dialogueLines: [
      { id: 'a', cue: 'ILSE', text: 'Eleven.' },
      { id: 'b', cue: 'ROLF', parenthetical: 'to Ilse', text: 'Twelve, Ilse.' },
    ],
    ...more,
  }) as Scene
const people = [
  { name: 'Greta', aliases: ['Ilse'] },
  { name: 'Ilse Marie', aliases: [] },
]
const places = [{ name: 'Pantry', aliases: ['LARDER'] }]
const name = oneName(people, places)
const called = (text: string) => text.replaceAll('Ilse', 'Greta').replaceAll('ILSE', 'GRETA')
const renamed = JSON.parse(called(JSON.stringify(scene()))) as Scene

describe('what of a page is another', () => {
  it('is nothing where only somebody’s name is, or a place’s', () => {
    const change = pageChange(scene(), { ...renamed, heading: 'INT. LARDER - DAY' }, name)
    expect(whatChanged(change)).toBe('')
    expect(isShownIn({}, change, false)).toBe(false)
    // Of somebody of whom nobody has said that they are the same, it is another.
    expect(whatChanged(pageChange(scene(), renamed))).toBe('the action and two lines')
  })

  it('is what stands beside the name, and the name of somebody else', () => {
    const action = `${called(scene().action as string)} It stings her.`
    const change = pageChange(scene(), { ...renamed, action }, name)
    expect(whatChanged(change)).toBe('the action')
    expect(change.isGone('Ilse counts jars.')).toBe(false)
    expect(change.isGone('A wasp circles the lamp.')).toBe(true)
    const marie = scene({ action: 'Ilse Marie counts jars.\n\nA wasp circles the lamp.' })
    expect(whatChanged(pageChange(scene(), marie, name))).toBe('the action')
  })

  it('is no paragraph that stands elsewhere on the page', () => {
    const moved = scene({ action: 'A wasp circles the lamp.\n\nIlse counts jars.' })
    expect(whatChanged(pageChange(scene(), moved))).toBe('')
  })
})

describe('the shots that a change shows in', () => {
  const wasp = { origin: 'ai', actionShown: ['A wasp circles the lamp.'] } as const
  const shots = {
    jars: { origin: 'ai', actionShown: ['Ilse counts jars.'] },
    wasp: { ...wasp, actionShown: [...wasp.actionShown] },
    eleven: { origin: 'ai', dialogueLineIds: ['a'] },
    twelve: { origin: 'ai', dialogueLineIds: ['b'], actionShown: [] },
    byHand: { origin: 'human', actionShown: null },
  } satisfies Record<string, Parameters<typeof isShownIn>[0]>
  const hit = (after: Partial<Scene>, isPlanned = true) => {
    const change = pageChange(scene(), scene(after))
    return Object.entries(shots).flatMap(([key, shot]) => (isShownIn(shot, change, isPlanned) ? key : []))
  }

  it('are those of the paragraph, and those of which nobody knows', () => {
    const action = 'Ilse counts jars.\n\nA moth circles the lamp.'
    expect(hit({ action })).toEqual(['wasp', 'byHand'])
    // Nobody knows what shots from before this was kept were suggested from.
    expect(hit({ action }, false)).toEqual(['wasp', 'eleven', 'twelve', 'byHand'])
    expect(hit({ action: `${scene().action}\n\nA jar breaks.` })).toEqual(['byHand'])
  })

  it('are those in which the line is heard', () => {
    const [a, b] = scene().dialogueLines ?? []
    expect(hit({ dialogueLines: [a, { ...b, text: 'Ten.' }] as never })).toEqual(['twelve'])
  })

  it('are all where it is another place or another time', () => {
    expect(hit({ heading: 'EXT. YARD - DAY' })).toEqual(Object.keys(shots))
    expect(hit({ timeOfDay: 'NIGHT' })).toEqual(Object.keys(shots))
  })
})
