import { plural } from '../lib/format'
import type { SceneToCome } from './boardBeginning'

/** A scene's place while its shots are on their way: links to it find it already. */
export function StripToCome({ scene, problem }: { scene: SceneToCome; problem: string | null }) {
  const headingId = `scene-${scene.sceneNumber}`
  return (
    <section className="sr-scene" aria-labelledby={headingId} aria-busy={problem === null}>
      <header className="sr-scene__band">
        <span className="sr-scene__number">{scene.sceneNumber}</span>
        <div className="sr-scene__title">
          <h2 id={headingId}>{scene.heading}</h2>
          <p className="sr-scene__meta">{plural(scene.shots, 'shot')}</p>
        </div>
      </header>
      <p className="sr-scene__to-come">{problem ?? 'On the way…'}</p>
    </section>
  )
}
