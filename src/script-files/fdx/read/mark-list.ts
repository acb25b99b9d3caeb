import { counted } from '@/lib/counted'
import type { ElementMark, ElementWarning } from '../../asFountain'
import type { Span } from '../spans'

/** A script of 1,000 pages, revised on every page and tagged throughout, has fewer. */
const MAX_MARKS = 20_000
/** Characters of JSON in all of them. */
const MAX_SIZE = 1_000_000
const MAX_WARNINGS = 200

export interface FdxMark extends Omit<ElementMark, 'offset'> {
  /** In the text of the element as it was put together; null: all of it. */
  span: Span | null
}

/** What is found beside the text while elements are made: no more of it than a script may have. */
export class Findings {
  readonly marks: FdxMark[] = []
  readonly warnings: ElementWarning[] = []
  private readonly said = new Set<string>()
  private size = 0
  private lost = 0
  private unsaid = 0

  mark(mark: FdxMark): void {
    this.size += JSON.stringify(mark.data ?? null).length + mark.label.length
    if (this.marks.length < MAX_MARKS && this.size <= MAX_SIZE) this.marks.push(mark)
    else this.lost += 1
  }

  warn(element: number | null, message: string): void {
    if (this.warnings.length < MAX_WARNINGS) this.warnings.push({ element, message })
    else this.unsaid += 1
  }

  /** {@link warn} for the first of a kind; the others say nothing new. */
  warnOnce(kind: string, element: number | null, message: string): void {
    if (this.said.has(kind)) return
    this.said.add(kind)
    this.warn(element, message)
  }

  /** For what is read and kept in another form: it is counted, not marked. */
  aside(): Findings {
    return new Findings()
  }

  /** Says what there was no room for. */
  close(): void {
    if (this.unsaid > 0)
      this.warnings.push({ element: null, message: `Not listed: ${this.unsaid} more of the same kinds.` })
    if (this.lost > 0)
      this.warnings.push({
        element: null,
        message: `The file marks more than a script may have: of its revisions, tags and looks ${counted(this.lost, 'is', 'are')} not kept.`,
      })
  }
}
