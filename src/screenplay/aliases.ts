import { canonicalSpeaker } from './names'

const DECLARATION = /^\s*(?:alias|aliases|aka)\s*:/i
const IS_DECLARATION = /^\s*(?:alias|aliases|aka)\s*:[^=]*=/i

/** True for a note that is addressed to the breakdown and not to people. */
export function isAliasNote(note: string): boolean {
  return IS_DECLARATION.test(note)
}

/**
 * Aliases that the writer declared in notes: `[[alias: OLD MAN = TOMAS]]` says that OLD MAN is TOMAS.
 *
 * Left of the equals sign may stand several names parted by commas; several declarations in one note are
 * parted by semicolons or line breaks; `aka:` does the same. The order of notes does not matter, an alias
 * of an alias is the same person to the end of the chain, and a declaration that would close a circle is
 * skipped.
 *
 * Nothing else merges people: no likeness of names, no `MARA / THE STRANGER` in action.
 */
export class AliasTable {
  /** A forest: every name points at the one it stands for, roots are canonical (union-find). */
  private readonly parents = new Map<string, string>()
  private readonly declared = new Set<string>()

  constructor(notes: Iterable<string>) {
    for (const note of notes) {
      if (isAliasNote(note)) this.declare(note.replace(DECLARATION, ''))
    }
  }

  /** The canonical name of who is behind `name`; `name` itself where no alias was declared. */
  resolve(name: string): string {
    let root = name
    for (let next = this.parents.get(root); next !== undefined; next = this.parents.get(root)) root = next
    // Shortens the chain for the next question; a file may declare a very long one.
    for (let current = name; current !== root; ) {
      const next = this.parents.get(current) as string
      this.parents.set(current, root)
      current = next
    }
    return root
  }

  /** Every name that was declared an alias, in the order of the script. */
  names(): Iterable<string> {
    return this.declared
  }

  private declare(text: string): void {
    for (const sentence of text.split(/[;\n]/)) {
      const equals = sentence.indexOf('=')
      if (equals === -1) continue
      const target = canonicalSpeaker(sentence.slice(equals + 1))
      for (const typed of sentence.slice(0, equals).split(',')) {
        const alias = canonicalSpeaker(typed)
        if (alias !== '' && target !== '') this.merge(alias, target)
      }
    }
  }

  private merge(alias: string, target: string): void {
    const from = this.resolve(alias)
    const to = this.resolve(target)
    if (from === to) return
    this.parents.set(from, to)
    this.declared.add(alias)
  }
}
