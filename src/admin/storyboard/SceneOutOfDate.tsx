import type { BoardScene } from '@/contracts'
import { DialogueLine } from './DialogueLine'

const SHOWN = 5
const EXCERPT = 160

/** What of a scene's page no shot has, with its words, and what else parts its shots from the script. */
export function SceneOutOfDate({ scene }: { scene: BoardScene }) {
  const { reasons, linesInNoShot, newAction } = scene.coverage
  if (reasons.length === 0) return null
  const missing = new Set(linesInNoShot)
  const lines = scene.lines.filter(({ id }) => missing.has(id))
  const more = lines.length + newAction.length - 2 * SHOWN
  return (
    <section className="sr-scene__out-of-date" aria-label={`Scene ${scene.sceneNumber}: shots and script`}>
      <p>{reasons.join(' ')}</p>
      {newAction.slice(0, SHOWN).map((text) => (
        <p key={text} className="sr-scene__new-action">
          {text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text}
        </p>
      ))}
      {lines.slice(0, SHOWN).map((line) => (
        <DialogueLine key={line.id} line={line} />
      ))}
      {more > 0 && <p className="sr-muted">and more</p>}
    </section>
  )
}
