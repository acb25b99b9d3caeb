import type { BreakdownScene } from '@/screenplay'

/** The scenes of the script, each a link to its page. */
export function ScriptOutline({ scenes }: { scenes: BreakdownScene[] }) {
  return (
    <nav className="sr-script__outline" aria-label="Scenes">
      <h2>Scenes</h2>
      <ol>
        {scenes.map((scene) => (
          <li key={scene.sceneNumber}>
            <a href={`#script-${scene.sceneNumber}`}>
              <span>{scene.sceneNumber}</span> {scene.heading}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
