import { plural } from '../lib/format'
import type { Reading } from './readScript'

/** What was read, for who has just imported it, and where to go on. */
export function ImportSummary({
  reading: { breakdown },
  remarks,
  storyboardPath,
}: {
  reading: Reading
  /** How many. */
  remarks: number
  storyboardPath: string
}) {
  if (!breakdown) return null
  const { scenes, characters, locations } = breakdown
  const lines = scenes.reduce((sum, scene) => sum + scene.lines.length, 0)
  const read = [
    plural(scenes.length, 'scene'),
    characters.length === 1 ? '1 person' : `${characters.length} people`,
    plural(locations.length, 'place'),
    `${plural(lines, 'line')} of dialogue`,
  ]
  return (
    <div className="sr-script__imported" role="status">
      <p>
        <strong>Imported:</strong> {read.join(', ')}.{' '}
        {remarks > 0 ? `${plural(remarks, 'remark')} below.` : 'Nothing to remark.'}
      </p>
      <a className="sr-button" href={storyboardPath}>
        Open storyboard
      </a>
    </div>
  )
}
