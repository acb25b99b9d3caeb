'use client'

import type { RunStatus } from '@/contracts'
import { plural } from '../lib/format'

const SHOWN = 5

/** What the documents and the film of the last run had to be made without, and how it is mended. */
export function RunWarnings({ warnings }: { warnings: RunStatus['warnings'] }) {
  return (
    <>
      <Warnings
        label="What was left out"
        warnings={warnings.filter(({ kind }) => kind === 'gone')}
        title={(count) =>
          `${plural(count, 'part')} of the episode ${count === 1 ? 'was' : 'were'} taken out while the run was going on`
        }
        advice="All else was made as usual."
      />
      {/* Lines in no shot and shots without words stand at their scenes, as they are now. */}
      <Warnings
        label="What is missing"
        warnings={warnings.filter(({ kind }) => kind === 'picture' || kind === 'recording')}
        title={(count) => `${plural(count, 'file')} could not be found`}
        where=", in the result of the last “Assemble” task"
        advice="Put the files back into the media folder or make them anew, then run “Assemble” again."
      />
      <Warnings
        label="What does not fit into its shot"
        warnings={warnings.filter(({ kind }) => kind === 'sound')}
        title={(count) => `The sound of ${plural(count, 'shot')} may run on into the next ones`}
        advice="Make these shots longer or put shorter recordings to their lines, then run “Assemble” again."
      />
    </>
  )
}

interface WarningsProps {
  label: string
  warnings: RunStatus['warnings']
  title(count: number): string
  /** Where those stand that are not shown. */
  where?: string
  /** How it is mended. */
  advice: string
}

/** Warnings of one kind; nothing where there are none. */
function Warnings({ label, warnings, title, where = '', advice }: WarningsProps) {
  if (warnings.length === 0) return null
  return (
    <section className="sr-failures sr-failures--warning" aria-label={label}>
      <h2>{title(warnings.length)}</h2>
      <ul>
        {warnings.slice(0, SHOWN).map(({ mediaId, sceneNumber, shotNumber, message }) => (
          <li key={`${mediaId} ${sceneNumber} ${shotNumber} ${message}`}>
            <p>{message}</p>
          </li>
        ))}
      </ul>
      {warnings.length > SHOWN && (
        <p>
          And {warnings.length - SHOWN} more{where}.
        </p>
      )}
      <p className="sr-failures__tries">{advice}</p>
    </section>
  )
}
