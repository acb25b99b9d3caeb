import type { ShotSize } from '@/contracts'
import type { Framing, ShotDraft } from './draft'

/** The same place again, seen anew: nearer, from above, from below, through a longer lens. In this order. */
const OTHER_VIEWS: ReadonlyArray<Pick<Framing, 'size' | 'angle'>> = [
  { size: 'MS', angle: 'eye' },
  { size: 'LS', angle: 'high' },
  { size: 'MLS', angle: 'low' },
  { size: 'FS', angle: 'dutch' },
  { size: 'ELS', angle: 'high' },
  { size: 'MS', angle: 'low' },
  { size: 'LS', angle: 'overhead' },
]
const EMPTY_SIZES: ReadonlySet<ShotSize> = new Set(['MLS', 'FS', 'LS', 'ELS'])

/**
 * Gives a picture of the place alone another framing where the scene has had that one: nobody cuts from an empty room to
 * the same empty room. Pictures with people in them, and inserts, differ by what they show.
 *
 * @param framings by shot, in order; as many as `drafts`
 */
export function varyFraming(drafts: readonly ShotDraft[], framings: readonly Framing[]): Framing[] {
  const had = new Set<string>()
  let next = 0
  return drafts.map((shot, index) => {
    const framing = framings[index] as Framing
    if (shot.characters.length > 0 || !EMPTY_SIZES.has(framing.size)) return framing
    let view: Framing = framing
    while (had.has(keyOf(view)) && next < OTHER_VIEWS.length) {
      view = { ...framing, ...OTHER_VIEWS[next] }
      next += 1
    }
    had.add(keyOf(view))
    return view
  })
}

const keyOf = ({ size, angle }: Framing) => `${size} ${angle}`
