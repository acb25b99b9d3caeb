/** What is printed of each element, first to last, without what goes on overleaf. */
export const linesIn = (box: ParentNode): HTMLElement[] => [
  ...box.querySelectorAll<HTMLElement>('[data-line]:not([data-continued])'),
]

/** What is printed there of the element that holds a line of the text. */
export const lineIn = (box: ParentNode, line: number): HTMLElement | undefined =>
  linesIn(box).findLast((element) => Number(element.dataset.line) <= line)

/** The line of the text that is printed at a place of the pages. */
export function sourceLineAt(place: HTMLElement): number | null {
  const row = place.closest<HTMLElement>('[data-source]')?.dataset.source
  const line = row ?? place.closest<HTMLElement>('[data-line]')?.dataset.line
  return line ? Number(line) : null
}

const pages = () => document.querySelector<HTMLElement>('.sr-script__pages')

const printed = (line: number): HTMLElement | undefined => {
  const box = pages()
  return box ? lineIn(box, line) : undefined
}

/** Brings the printed line into view that holds a line of the text. */
export function showLine(line: number): void {
  if (line > 1) printed(line)?.scrollIntoView({ block: 'center' })
}

/** Brings it into view and lets the keys go on from there. */
export function focusLine(line: number): void {
  const found = printed(line)
  found?.scrollIntoView({ block: 'center' })
  found?.focus({ preventScroll: true })
}

/** The line of the text that a reader has before their eyes: there the editor opens. */
export function firstLineInView(): number {
  const box = pages()
  const first = box && linesIn(box).find((element) => element.getBoundingClientRect().top > 80)
  return window.scrollY < 120 ? 1 : Number(first?.dataset.line ?? 1)
}
