import { Emphasis } from './Emphasis'
import type { PrintedElement } from './paginate'

/** One element of the screenplay as it is printed, with its first line in the text. Keys may go from one to another. */
export function PrintedLine({
  item,
  storyboardPath,
}: {
  item: PrintedElement
  storyboardPath: string | null
}) {
  const { element, sceneNumber } = item
  const line = element.range.start
  switch (element.type) {
    case 'scene-heading':
      return (
        <h3
          className="sr-page__heading"
          id={sceneNumber && storyboardPath ? `script-${sceneNumber}` : undefined}
          dir="auto"
          tabIndex={-1}
          data-line={line}
        >
          <span aria-hidden="true" dir="ltr">
            {sceneNumber}
          </span>
          <span>
            <Emphasis text={element.text} />
          </span>
          {sceneNumber && storyboardPath && <a href={`${storyboardPath}#scene-${sceneNumber}`}>Storyboard</a>}
        </h3>
      )
    case 'character': {
      const extensions = element.extensions.map((extension) => ` (${extension})`).join('')
      return (
        <p className="sr-page__character" dir="auto" tabIndex={-1} data-line={line}>
          <Emphasis text={element.name} />
          {extensions}
        </p>
      )
    }
    case 'parenthetical':
      return (
        <p className="sr-page__parenthetical" dir="auto" tabIndex={-1} data-line={line}>
          (<Emphasis text={element.text} />)
        </p>
      )
    case 'dialogue':
    case 'lyrics':
    case 'action':
    case 'centered':
    case 'transition':
      return (
        <p className={`sr-page__${element.type}`} dir="auto" tabIndex={-1} data-line={line}>
          <Emphasis text={element.text} />
        </p>
      )
    default:
      return null
  }
}
