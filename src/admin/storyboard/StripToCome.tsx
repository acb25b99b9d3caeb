import { plural } from '../lib/format'
import type { SceneToCome } from './boardBeginning'

/** A scene's place while its shots are on their way: links to it find it already. */
export function StripToCome({ scene, problem }: { scene: SceneToCome; problem: string | null }) {
  return (
    <section className="sr-scene sr-scene--to-come">
      <h2 id={`scene-${scene.sceneNumber}`}>
        {scene.sceneNumber} {scene.heading}
      </h2>
      <p>{problem ?? plural(scene.shots, 'shot')}</p>
    </section>
  )
}
