import { canonicalSpeaker } from './names'

const DECLARATION = /^\s*(?:alias|aliases|aka)\s*:/i

/** True for a note that is addressed to the breakdown and not to people. */
export function isAliasNote(note: string): boolean {
  return DECLARATION.test(note)
}

/**
 * Aliases that the writer declared in notes: `[[alias: OLD MAN = TOMAS]]` says that OLD MAN is TOMAS.
 *
 * Left of the equals sign may stand several names parted by commas; several declarations in one note are
 * parted by semicolons or line breaks; `aka:` does the same. The order of notes does not matter, an alias
 * of an alias is followed to the end, and a circle is cut where it would close.
 *
 * Nothing else merges people: no likeness of names, no `MARA / THE STRANGER` in action.
 */
export class AliasTable {
  private readonly targets = new Map<string, string>()

  constructor(notes: Iterable<string>) {
    for (const note of notes) {
      if (isAliasNote(note)) this.declare(note.replace(DECLARATION, ''))
    }
  }

  /** The canonical name of who is behind `name`; `name` itself where no alias was declared. */
  resolve(name: string): string {
    let current = name
    for (let next = this.targets.get(current); next !== undefined; next = this.targets.get(current)) {
      current = next
    }
    return current
  }

  /** Declared pairs, alias first. */
  entries(): IterableIterator<[string, string]> {
    return this.targets.entries()
  }

  private declare(text: string): void {
    for (const sentence of text.split(/[;\n]/)) {
      const equals = sentence.indexOf('=')
      if (equals === -1) continue
      const target = canonicalSpeaker(sentence.slice(equals + 1))
      for (const typed of sentence.slice(0, equals).split(',')) {
        const alias = canonicalSpeaker(typed)
        if (alias === '' || target === '' || this.resolve(target) === alias) continue
        this.targets.set(alias, target)
      }
    }
  }
}
