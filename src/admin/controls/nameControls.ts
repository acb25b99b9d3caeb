/**
 * Payload leaves controls of its forms and lists without a name: selects, tags, dates, and every button that is only a
 * picture. A screen reader then says “button”, seventeen times on an episode. Its components take no names from the
 * config, so they are given here from what stands beside them: the field's label, the row, and the picture.
 */

/** What a button with only this picture does. */
const VERBS: Array<[picture: string, verb: string]> = [
  ['.icon--edit', 'Edit'],
  ['.icon--plus', 'Add'],
  ['.icon--x', 'Remove'],
  ['.icon--drag-handle', 'Move'],
  ['.icon--more, .doc-controls__dots', 'More actions'],
  ['.icon--search', 'Search'],
  ['.icon--copy', 'Copy'],
  ['.icon--externalLink, .icon--external-link', 'Open in a new tab'],
  ['.icon--calendar', 'Choose a date'],
]

/** Controls whose picture does not say what they do. */
const OWN_NAMES: Array<[selector: string, name: string]> = [
  ['.clickable-arrow--left', 'Previous page'],
  ['.clickable-arrow--right', 'Next page'],
  ['.nav-toggler', 'Menu'],
]

/** Marks names that were given here: they change with what stands beside them. */
const MARK = 'data-named'

const CONTROLS = 'button, [role="button"], [role="combobox"], input:not([type="hidden"]), textarea, select'

const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '')
    .replaceAll(/\s+/g, ' ')
    .replace(/\s*\*$/, '')
    .trim()

function hasName(control: Element): boolean {
  if (control.getAttribute('aria-label')?.trim() || control.getAttribute('title')?.trim()) return true
  const labelledBy = control.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  if (labelledBy.some((id) => textOf(document.getElementById(id)))) return true
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
    return [...(control.labels ?? [])].some((label) => textOf(label)) || Boolean(control.placeholder)
  }
  return Boolean(
    textOf(control) || control.querySelector('[aria-label]:not([aria-label=""]), img[alt]:not([alt=""])'),
  )
}

/** What a row of a list or an array is called. */
function rowOf(control: Element): string {
  const row = control.closest('tr, .array-field__row, .upload-relationship-details, [class*="__row"]')
  if (!row) return ''
  if (row.tagName !== 'TR') {
    return textOf(
      row.querySelector('.row-label, .upload-relationship-details__filename, .array-field__row-header'),
    )
  }
  return textOf([...row.querySelectorAll('td')].find((cell) => textOf(cell)))
}

const labelOf = (control: Element): string =>
  textOf(control.closest('.field-type')?.querySelector('.field-label'))

/** A name for a control that has none; empty where nothing beside it says what it is. */
export function nameFor(control: Element): string {
  const own = OWN_NAMES.find(([selector]) => control.matches(selector))?.[1]
  if (own) return own
  const isChosen = control instanceof HTMLInputElement && control.type === 'checkbox'
  if (isChosen && control.closest('thead')) return 'Select all'
  if (isChosen && control.closest('tr')) return `Select ${rowOf(control) || 'this row'}`
  if (!control.matches('button, [role="button"]')) return labelOf(control)
  const verb = VERBS.find(([picture]) => control.querySelector(picture))?.[1] ?? ''
  const about = rowOf(control) || labelOf(control)
  if (!verb) return about
  return about ? `${verb}${verb === 'More actions' ? ' for' : ''} ${about}` : verb
}

/** Names everything in the page that has no name of its own. */
export function nameControls(root: ParentNode): void {
  for (const control of root.querySelectorAll(CONTROLS)) {
    if (!control.hasAttribute(MARK) && hasName(control)) continue
    const name = nameFor(control)
    if (!name || control.getAttribute('aria-label') === name) continue
    control.setAttribute('aria-label', name)
    control.setAttribute(MARK, '')
  }
}
