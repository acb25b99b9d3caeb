'use client'

import type { RunStatus } from '@/contracts'
import { plural } from '../lib/format'

const SHOWN = 5

/** What the documents and the film of the last run had to be made without, and how it is mended. */
export function RunWarnings({ warnings }: { warnings: RunStatus['warnings'] }) {
  return (
    <>
      <LeftOut warnings={warnings.filter(({ kind }) => kind === 'gone')} />
      <MissingFiles warnings={warnings} />
      <SoundOverCuts warnings={warnings.filter(({ kind }) => kind === 'sound')} />
    </>
  )
}

/** What was taken out of the episode while the run went. */
function LeftOut({ warnings }: { warnings: RunStatus['warnings'] }) {
  if (warnings.length === 0) return null
  return (
    <section className="sr-failures sr-failures--warning" aria-label="What was left out">
      <h2>{plural(warnings.length, 'part')} of the episode went while the run was going on</h2>
      <ul>
        {warnings.slice(0, SHOWN).map(({ message }) => (
          <li key={message}>
            <p>{message}</p>
          </li>
        ))}
      </ul>
      {warnings.length > SHOWN && <p>And {warnings.length - SHOWN} more.</p>}
      <p className="sr-failures__tries">Nothing else is held up by it.</p>
    </section>
  )
}

function MissingFiles({ warnings: all }: { warnings: RunStatus['warnings'] }) {
  // Lines in no shot and shots without words stand at their scenes, as they are now.
  const warnings = all.filter(({ kind }) => kind === 'picture' || kind === 'recording')
  if (warnings.length === 0) return null
  return (
    <section className="sr-failures sr-failures--warning" aria-label="What is missing">
      <h2>{plural(warnings.length, 'file')} could not be found</h2>
      <ul>
        {warnings.slice(0, SHOWN).map((warning) => (
          <li key={`${warning.mediaId} ${warning.sceneNumber} ${warning.shotNumber}`}>
            <p>{warning.message}</p>
          </li>
        ))}
      </ul>
      {warnings.length > SHOWN && (
        <p>And {warnings.length - SHOWN} more, in the result of the last “Assemble” task.</p>
      )}
      <p className="sr-failures__tries">
        Put the files back into the media folder or make them anew, then run “Assemble” again.
      </p>
    </section>
  )
}

/** What is heard longer than its shot is seen. */
function SoundOverCuts({ warnings }: { warnings: RunStatus['warnings'] }) {
  if (warnings.length === 0) return null
  return (
    <section className="sr-failures sr-failures--warning" aria-label="What does not fit into its shot">
      <h2>The sound of {plural(warnings.length, 'shot')} may run on into the next ones</h2>
      <ul>
        {warnings.slice(0, SHOWN).map(({ message }) => (
          <li key={message}>
            <p>{message}</p>
          </li>
        ))}
      </ul>
      {warnings.length > SHOWN && <p>And {warnings.length - SHOWN} more.</p>}
      <p className="sr-failures__tries">
        Make these shots longer or put shorter recordings to their lines, then run “Assemble” again.
      </p>
    </section>
  )
}
