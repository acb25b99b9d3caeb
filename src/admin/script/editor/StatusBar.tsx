import { plural } from '../../lib/format'
import { lengthInWords } from '../../lib/lengthInWords'
import { countScript, formatEighths, pagesByEighths } from '../counts'
import type { Reading } from '../readScript'

/** What the script amounts to as it stands, and the scene that the cursor is in. */
export function StatusBar({
  reading,
  pages,
  line,
  kept,
  onRemarks,
}: {
  reading: Reading
  /** How many it is printed on. */
  pages: number
  line: number
  kept: string
  /** Lists what the reading of the script has to say. */
  onRemarks: () => void
}) {
  const { breakdown, problems } = reading
  const scene = breakdown?.scenes.findLast(({ range }) => range.start <= line)
  const counts = breakdown && countScript(breakdown, pages)
  const remarks = problems.length + (breakdown?.warnings.length ?? 0)
  return (
    <footer className="sr-edit__status">
      {counts ? (
        <>
          <span>{plural(counts.scenes, 'scene')}</span>
          <span>{plural(counts.words, 'word')}</span>
          <span title="Whole pages as printed, and the eighths of all scenes together">
            {plural(counts.pages, 'page')} ({formatEighths(counts.eighths)})
          </span>
          <span title="From the length of the text">
            {lengthInWords({ shots: 0, script: counts.seconds })}
          </span>
        </>
      ) : (
        <span className="sr-edit__fault" title={problems[0]?.message}>
          {problems[0]?.message ?? 'Not a script yet.'}
        </span>
      )}
      {scene && (
        <span className="sr-edit__here" title={scene.heading}>
          Scene {scene.sceneNumber}: {pagesByEighths(scene.pageEighths)},{' '}
          {lengthInWords({ shots: 0, script: scene.durationSeconds })}
        </span>
      )}
      {remarks > 0 && (
        <button type="button" className="sr-link-button" title="Ctrl+Shift+M or ⌘⇧M" onClick={onRemarks}>
          {plural(remarks, 'remark')}
        </button>
      )}
      <span className="sr-edit__kept" role="status">
        Line {line} · {kept}
      </span>
    </footer>
  )
}
