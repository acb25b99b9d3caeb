import type { AliasTable } from './aliases'
import {
  type CueDoubt,
  caselessParts,
  cueDoubt,
  isCaseless,
  isGroup,
  partsOfCue,
  type ReadCue,
  readSpeaker,
} from './cue-kinds'
import { canonicalName } from './names'
import type { Character, DoubtfulCue, ScreenplayElement } from './types'

/** What a cue was taken for. */
export interface CueDecision extends ReadCue {
  /** Why it is nobody's; null for a cue. */
  doubt: CueDoubt | null
  /** Canonical names before aliases: one, several for a cue of several, none for a group. */
  speakers: string[]
}

/**
 * Decides of every cue who speaks, knowing the whole script: NORA AND BEN are two where both speak by
 * themselves somewhere, ALL is nobody unless the script lists one, and CLOSE ON: is no person. Each spelling is looked at once.
 */
export class Speakers {
  private readonly decisions = new Map<string, CueDecision>()
  private readonly directed = new Set<Character>()
  private readonly known = new Set<string>()
  readonly doubtful: DoubtfulCue[] = []

  constructor(
    elements: readonly ScreenplayElement[],
    aliases: AliasTable,
    private readonly language: string,
    /** Canonical names of the script's own list of characters: ALL is somebody where it stands there. */
    private readonly listed: ReadonlySet<string> = new Set(),
  ) {
    const cues = elements.filter((element): element is Character => element.type === 'character')
    elements.forEach((element, index) => {
      if (element.type === 'character' && elements[index + 1]?.type === 'parenthetical')
        this.directed.add(element)
    })
    for (const name of aliases.names()) this.known.add(name)
    const seen = new Set<string>()
    for (const cue of cues) {
      const key = this.keyOf(cue)
      if (seen.has(key)) continue
      seen.add(key)
      const { name } = readSpeaker(cue)
      if (cueDoubt(cue, this.directed.has(cue), () => false, language) === null) this.known.add(name)
    }
    const byName = new Map<string, DoubtfulCue>()
    for (const cue of cues) {
      const { doubt, name, typed } = this.of(cue)
      if (doubt === null) continue
      const found = byName.get(name)
      if (found) found.lines.push(cue.range.start)
      else {
        const entry = { name: typed, reason: doubt, lines: [cue.range.start] }
        byName.set(name, entry)
        this.doubtful.push(entry)
      }
    }
  }

  of(cue: Character): CueDecision {
    const key = this.keyOf(cue)
    let decision = this.decisions.get(key)
    if (!decision) {
      decision = this.decide(cue)
      this.decisions.set(key, decision)
    }
    return decision
  }

  /** Whether somebody of that name, in whatever case, speaks in the script. */
  knows(typed: string): boolean {
    return this.known.has(canonicalName(typed))
  }

  /** Whether a cue of that name would be somebody's. */
  mayBePerson(typed: string): boolean {
    const cue: Character = {
      type: 'character',
      name: typed.toUpperCase(),
      extensions: [],
      dual: false,
      forced: false,
      range: { start: 1, end: 1 },
    }
    return cueDoubt(cue, false, () => false, this.language) === null
  }

  private decide(cue: Character): CueDecision {
    const read = readSpeaker(cue)
    const isKnown = (name: string) => this.known.has(name)
    const doubt = cueDoubt(cue, this.directed.has(cue), isKnown, this.language)
    if (doubt !== null) return { ...read, doubt, speakers: [] }
    const isMeant = cue.forced && !isCaseless(read.name)
    if (!isMeant && isGroup(read.name) && !this.listed.has(read.name)) return { ...read, doubt, speakers: [] }
    const shouted = read.name.replace(/[!?]+$/, '')
    const name = shouted !== read.name && isKnown(shouted) ? shouted : read.name
    const several = isMeant ? [] : caselessParts(name, isKnown).filter((part) => !isGroup(part))
    if (several.length > 0) return { ...read, name, doubt, speakers: several }
    const parts = isMeant ? [name] : partsOfCue(name)
    const isSeveral = parts.length > 1 && parts.every(isKnown)
    return { ...read, name, doubt, speakers: isSeveral ? parts : [name] }
  }

  private keyOf(cue: Character): string {
    const flags = `${cue.forced ? '@' : ''}${cue.dual ? '^' : ''}${this.directed.has(cue) ? '(' : ''}`
    return `${cue.name}\n${cue.extensions.join('\n')}\n${flags}`
  }
}
