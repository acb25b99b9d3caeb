/** A stretch of text in one font. Points from the top left of the page as it is seen. */
export interface TextRun {
  text: string
  x: number
  /** Of the baseline. */
  y: number
  width: number
  /** The font's size. */
  size: number
  isBold: boolean
  isItalic: boolean
  isUnderlined: boolean
  /** Degrees, from -180 to 180; 0 for text as it is read. */
  angle: number
}

/** The words of a page with where they stand: all that the reading of printed pages needs to know. */
export interface PageText {
  width: number
  height: number
  runs: TextRun[]
}
