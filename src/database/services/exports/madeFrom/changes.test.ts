import { describe, expect, it } from 'vitest'
import { outputChanges } from './changes'
import type { OutputParts, SceneParts, ShotParts } from './parts'

const shot = (id: string, more: Partial<ShotParts> = {}): ShotParts => ({
  id,
  picture: 'p',
  length: '3',
  words: 'w',
  sound: 's',
  timing: 't',
  status: 'review',
  details: 'd',
  ...more,
})
const scene = (number: string, shots: ShotParts[], more: Partial<SceneParts> = {}): SceneParts => ({
  id: `scene-${number}`,
  number,
  heading: 'h',
  details: 'd',
  shots,
  ...more,
})
const of = (...scenes: SceneParts[]): OutputParts => ({ settings: { fps: '24' }, scenes })
const one = scene('1', [shot('a'), shot('b'), shot('c')])
const two = scene('2', [shot('d'), shot('e')])

describe('why an output is out of date', () => {
  it('has no answer where nothing changed', () => {
    expect(outputChanges(of(one, two), of(one, two))).toEqual([])
  })

  it('tells of pictures, lengths, words and recordings, with their scenes', () => {
    const other = (more: Partial<ShotParts>) =>
      outputChanges(of(one, two), of(scene('1', [shot('a', more), shot('b', more), shot('c')]), two))
    expect(other({ picture: 'q' })).toEqual(['two panels of scene 1 have other pictures'])
    expect(other({ length: '4', timing: 'u' })).toEqual(['two shots of scene 1 have other lengths'])
    expect(other({ words: 'x' })).toEqual(['two shots of scene 1 have other dialogue'])
    expect(other({ sound: 'x', timing: 'u' })).toEqual(['two shots of scene 1 have other recordings'])
    expect(other({ soundLength: 'x' })).toEqual(['two shots of scene 1 have sound of other lengths'])
    expect(other({ soundLength: 'x', length: '4' })).toEqual(['two shots of scene 1 have other lengths'])
    expect(other({ status: 'approved' })).toEqual(['two panels of scene 1 have other statuses'])
    expect(other({ picture: 'q', status: 'approved' })).toHaveLength(1)
    const inBoth = of(scene('1', [shot('a', { details: 'x' }), shot('b'), shot('c')]), {
      ...two,
      shots: [shot('d'), shot('e', { details: 'x' })],
    })
    expect(outputChanges(of(one, two), inBoth)).toEqual([
      'two shots of scenes 1 and 2 are described otherwise',
    ])
  })

  it('tells of shots that were reordered, deleted and added', () => {
    const shots = (...ids: string[]) =>
      of(
        scene(
          '1',
          ids.map((id) => shot(id)),
        ),
        two,
      )
    expect(outputChanges(of(one, two), shots('b', 'a', 'c'))).toEqual(['shots of scene 1 were reordered'])
    expect(outputChanges(of(one, two), shots('a', 'c'))).toEqual(['one shot of scene 1 was deleted'])
    expect(outputChanges(of(one, two), shots('n', 'a', 'b', 'c'))).toEqual(['one shot of scene 1 is new'])
  })

  it('tells of scenes that were deleted, added, moved and renumbered', () => {
    expect(outputChanges(of(one, two), of(one))).toEqual(['scene 2 was deleted'])
    expect(outputChanges(of(one), of(one, two))).toEqual(['scene 2 is new'])
    expect(outputChanges(of(one, two), of(two, one))).toEqual(['the scenes are in another order'])
    expect(outputChanges(of(one, two), of(one, { ...two, number: '2A' }))).toEqual([
      'one scene has another number',
    ])
    expect(outputChanges(of(one, two), of(one, { ...two, heading: 'x', details: 'y' }))).toEqual([
      'the heading of scene 2 changed',
      'the summary of scene 2 changed',
    ])
    const many = ['1', '2', '3', '4', '5', '6'].map((number) => scene(number, []))
    expect(outputChanges(of(...many), of())).toEqual(['six scenes were deleted'])
  })

  it('tells of a scene that is still there, and not in the film without its shots, by its shots alone', () => {
    const bare = { id: two.id, number: '2' }
    const film = of(one, two)
    const without = { ...of(one), notShown: [bare] }
    expect(outputChanges(film, without)).toEqual(['two shots of scene 2 were deleted'])
    expect(outputChanges(without, { ...film, notShown: [] })).toEqual(['two shots of scene 2 are new'])
    expect(outputChanges(of(one), without)).toEqual([])
    expect(outputChanges(without, of(one))).toEqual([])
    expect(outputChanges(film, of(one))).toEqual(['scene 2 was deleted'])
  })

  it('tells of settings, each once', () => {
    const settings = { fps: '25', width: '1920', height: '1080' }
    expect(outputChanges(of(one), { ...of(one), settings })).toEqual([
      'the frame rate changed',
      'the resolution changed',
    ])
    const overlays = (names: string): OutputParts => ({
      ...of(one),
      settings: { fps: '24', overlays: names },
    })
    expect(outputChanges(overlays('slate'), overlays('slate,arrows'))).toEqual([
      'other overlays are drawn over the pictures',
    ])
  })
})
