import type { CSSProperties } from 'react'
import { Emphasis } from './Emphasis'
import type { PrintedPart as Part, PrintedRow } from './printedParts'

/** Measures that the style sheet reckons with; cells and rows. */
const measures = (of: Record<`--${string}`, number>) => of as CSSProperties

/** Names of the parts of a page for those who look for them. */
const NAMES: Partial<Record<Part['kind'], string>> = { cue: 'character' }

/**
 * What is on a page of one element, row by row as it is printed, with its first line in the text. Keys may go from one
 * to another.
 *
 * @param scene where it is the heading of one: its number, and its strip on the storyboard
 */
export function PrintedPart({
  part,
  scene,
}: {
  part: Part
  scene?: { number: string; path: string } | null
}) {
  const Tag = part.kind === 'heading' ? 'h3' : 'p'
  const [first] = part.rows
  return (
    <Tag
      className={`sr-page__part sr-page__${NAMES[part.kind] ?? part.kind}`}
      id={scene ? `script-${scene.number}` : undefined}
      dir={part.direction}
      tabIndex={part.line === null ? undefined : -1}
      data-line={part.line ?? undefined}
      data-element={part.element ?? undefined}
      data-continued={part.isContinued || undefined}
      style={measures({ '--space': part.space, '--indent': part.indent, '--width': part.width })}
    >
      {first?.sceneNumber && <SceneNumber side="left" number={first.sceneNumber} />}
      {part.rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row keeps its place
        <Row key={index} row={row} isElsewhere={row.line !== part.line} />
      ))}
      {first?.sceneNumber && <SceneNumber side="right" number={first.sceneNumber} />}
      {scene && (
        <a href={scene.path} title={`Scene ${scene.number} on the storyboard`}>
          Scene {scene.number}
        </a>
      )}
    </Tag>
  )
}

/** @param isElsewhere it is of another line of the source than its part begins with */
function Row({ row, isElsewhere }: { row: PrintedRow; isElsewhere: boolean }) {
  return (
    <>
      {row.joint === '\n' ? <br /> : row.joint}
      <span
        className="sr-page__row"
        data-source={(isElsewhere && row.line) || undefined}
        style={row.indent > 0 ? measures({ '--hang': row.indent }) : undefined}
      >
        <Emphasis runs={row.runs} />
      </span>
    </>
  )
}

function SceneNumber({ side, number }: { side: 'left' | 'right'; number: string }) {
  return (
    <span
      className="sr-page__scene-number"
      data-side={side}
      aria-hidden={side === 'right' || undefined}
      dir="ltr"
    >
      {number}
    </span>
  )
}
