/** What became of one try: null where it held, else what happened. */
type Found = string | null

const matches = (pattern: string, what: string): boolean =>
  pattern.endsWith('*') ? what.startsWith(pattern.slice(0, -1)) : pattern === what

/** Counts what was tried. A cell is one person at one door with one wish. */
export class Ledger {
  /** What does not hold, in words. */
  readonly open: string[] = []
  /** Those of them that nobody knew of. */
  readonly unknown: string[] = []
  private cells = 0
  private readonly seen = new Set<string>()

  /** @param known see KNOWN_OPEN */
  constructor(private readonly known: Record<string, string>) {}

  /** @param what door and wish; @param who asks */
  write(what: string, who: string, found: Found): void {
    this.cells += 1
    if (found === null) return
    const entry = `${what}, ${who}: ${found}`
    this.open.push(entry)
    const known = Object.keys(this.known).filter((pattern) => matches(pattern, what))
    for (const pattern of known) this.seen.add(pattern)
    if (known.length === 0) this.unknown.push(entry)
  }

  /** What is said to be open, and held in every cell. */
  get settled(): string[] {
    return Object.keys(this.known).filter((pattern) => !this.seen.has(pattern))
  }

  get line(): string {
    return `Doors: ${this.cells} cells, ${this.cells - this.open.length} held, ${this.open.length} open`
  }
}
