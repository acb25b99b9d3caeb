import { KeyboardCode, type KeyboardCoordinateGetter } from '@dnd-kit/core'
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable'

const STEPS: Partial<Record<string, number>> = { [KeyboardCode.Left]: -1, [KeyboardCode.Right]: 1 }

/**
 * Where a shot that was picked up goes by a key: ← and → to the shot before and after in their order, also over the end of
 * a row. dnd-kit's own looks for what lies left and right on the page, of which there is nothing at a row's ends.
 *
 * @param ids of the shots in order
 */
export const keyboardPlaces =
  (ids: readonly string[]): KeyboardCoordinateGetter =>
  (event, args) => {
    const step = STEPS[event.code]
    if (step === undefined) return sortableKeyboardCoordinates(event, args)
    event.preventDefault()
    const { over, active, collisionRect, droppableContainers, droppableRects } = args.context
    const here = over?.id ?? active?.id
    const next = ids[ids.indexOf(String(here)) + step]
    if (here === undefined || next === undefined || !collisionRect) return undefined
    // A row below the window is brought into it first: where it lies is asked after that.
    droppableContainers.get(next)?.node.current?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
    const rect = droppableRects.get(next)
    if (!rect) return undefined
    // Middle on middle, as the shot whose middle is nearest is the one that it is over: rows differ in height.
    return {
      x: rect.left + (rect.width - collisionRect.width) / 2,
      y: rect.top + (rect.height - collisionRect.height) / 2,
    }
  }
