import type { BoardScene } from '@/contracts'
import { comingAlong } from './comingAlong'

/** Which shots follow their words into another scene, and which come from one: nothing is lost, and nothing is to be done. */
export function SceneMoves({ scene: { coverage } }: { scene: BoardScene }) {
  return comingAlong(coverage).map((text) => (
    <p key={text} className="sr-scene__moves">
      {text}
    </p>
  ))
}
