/** What became of one try: null where it held, else what happened. */
type Found = string | null

/** Counts what was tried. A cell is one person at one door with one wish. */
export class Ledger {
  readonly open: string[] = []
  private cells = 0
  private readonly knownSeen = new Set<string>()

  constructor(private readonly known: Record<string, string>) {}

  /** @param what door and wish; @param who asks */
  write(what: string, who: string, found: Found): void {
    this.cells += 1
    if (found === null) return
    if (this.known[what]) this.knownSeen.add(what)
    this.open.push(`${what}, ${who}: ${found}`)
  }

  /** Those that are open and not known to be. */
  get unknown(): string[] {
    return this.open.filter((entry) => !Object.keys(this.known).some((what) => entry.startsWith(`${what}, `)))
  }

  /** Those said to be open of which every cell held. */
  get settled(): string[] {
    return Object.keys(this.known).filter((what) => !this.knownSeen.has(what))
  }

  get line(): string {
    return `Doors: ${this.cells} cells, ${this.cells - this.open.length} held, ${this.open.length} open`
  }
}
