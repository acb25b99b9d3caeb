import type { BoardShot } from '@/contracts'
import { isNumberedBefore } from '@/lib/shotNumberOrder'

/**
 * Whether people have put shots elsewhere, which keep their numbers: where one of two stands before a lower number, it is a
 * person's. Numbers out of order that nobody moved are nothing to tell of.
 */
export const wereMoved = (shots: ReadonlyArray<Pick<BoardShot, 'shotNumber' | 'origin'>>): boolean =>
  shots.some((shot, index) => {
    const previous = shots[index - 1]
    if (!previous || isNumberedBefore(previous.shotNumber, shot.shotNumber)) return false
    return shot.origin === 'human' || previous.origin === 'human'
  })
