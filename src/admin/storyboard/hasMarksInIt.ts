import type { BoardPanel } from '@/contracts'
import { isMarkedSize } from '@/lib/isMarkedSize'

/**
 * Whether a panel is from before there were overlays: its file has slate, caption and arrows in it. A person's own
 * picture is never taken for one.
 */
export const hasMarksInIt = ({ origin, image }: Pick<BoardPanel, 'origin' | 'image'>): boolean =>
  origin === 'ai' && isMarkedSize(image)
