import { isBareTransition, isMarkerLine } from '@/screenplay'

const BLACK =
  /^(?:(?:cut |fade |we go )?(?:to )?black(?: ?out)?|fade ?out|schwarz(?:blende)?|noir|negro|nero|preto)$/i

/**
 * Whether a paragraph of action says nothing that can be drawn: `BLACK. THE END.`, `Beat.`, `FIN`. It belongs to the
 * picture before it.
 */
export function isNoPicture(paragraph: string): boolean {
  const parts = paragraph
    .split(/[.!…。！\n]+/)
    .map((part) => part.trim())
    .filter(Boolean)
  return (
    parts.length > 0 &&
    parts.every((part) => BLACK.test(part) || isMarkerLine(part) || isBareTransition(part))
  )
}
