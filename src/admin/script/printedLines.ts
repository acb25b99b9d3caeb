/** The printed line that holds a line of the text. */
function printed(line: number): HTMLElement | undefined {
  return [...linesOnPages()].findLast((element) => Number(element.dataset.line) <= line)
}

const linesOnPages = () => document.querySelectorAll<HTMLElement>('.sr-script__pages [data-line]')

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
  const first = [...linesOnPages()].find((element) => element.getBoundingClientRect().top > 80)
  return window.scrollY < 120 ? 1 : Number(first?.dataset.line ?? 1)
}
