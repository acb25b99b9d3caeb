/**
 * A modal `<dialog>` lies above everything else of the page, whatever its z-index, and what is outside of it can
 * neither be clicked nor reached by keys. So what tells of errors and offers to undo is moved into the dialog that is
 * on top, and back to its place with the last of them.
 */
const open: HTMLDialogElement[] = []

/** Where the toasts were drawn: an empty mark keeps the place. */
let home: Comment | null = null

const toasts = () => document.querySelector<HTMLElement>('section[aria-live][aria-label^="Notifications"]')

function place(): void {
  const section = toasts()
  if (!section) return
  const top = open.at(-1)
  if (top) {
    if (!home?.isConnected) {
      home = document.createComment('toasts')
      section.before(home)
    }
    if (section.parentNode !== top) top.append(section)
  } else if (home?.isConnected) {
    home.after(section)
    home.remove()
    home = null
  }
}

/**
 * Keeps the toasts above a dialog that was opened.
 *
 * @returns what is to be called before the dialog leaves the page.
 */
export function keepToastsAbove(dialog: HTMLDialogElement): () => void {
  open.push(dialog)
  place()
  return () => {
    open.splice(open.indexOf(dialog), 1)
    place()
  }
}
