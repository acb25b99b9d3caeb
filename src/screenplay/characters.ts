import type { AliasTable } from './aliases'
import { describePeople, type SpeakingPerson } from './describe-people'
import { plainText } from './fountain/plain-text'
import { canonicalName, canonicalSpeaker, displayName } from './names'
import { ScriptError } from './ScriptError'
import type { BreakdownCharacter, Character } from './types'

/** Characters (code points). Longer than any name: a paragraph that was typed in capitals. */
export const MAX_NAME_LENGTH = 200

/**
 * Collects who speaks. One person per canonical name ({@link canonicalSpeaker}), so case, spacing,
 * apostrophes, composed or decomposed accents and extensions do not make two of one. Declared aliases
 * ({@link AliasTable}) merge; `MARA (AS YOUNG WOMAN)` is MARA and lists YOUNG WOMAN as her alias, unless
 * somebody else speaks under that name.
 */
export class CharacterList {
  private readonly people = new Map<string, SpeakingPerson>()
  private readonly aliasSets = new Map<string, Set<string>>()
  /** Canonical names whose display name was typed. */
  private readonly hasTypedCase = new Set<string>()
  /** Names given in `(AS …)`, with who plays them. */
  private readonly guises: Array<{ guise: string; name: string }> = []

  constructor(private readonly aliases: AliasTable) {}

  /**
   * Counts a cue in a scene.
   *
   * @returns the canonical name of the speaker.
   * @throws ScriptError for a name over {@link MAX_NAME_LENGTH}.
   */
  addCue(cue: Character, sceneNumber: string): string {
    const spoken = canonicalSpeaker(cue.name)
    checkLength(spoken, cue.range.start)
    const name = this.aliases.resolve(spoken)
    let person = this.people.get(name)
    if (!person) {
      person = { name, displayName: displayName(name), aliases: [], lineCount: 0, scenes: [] }
      this.people.set(name, person)
      this.aliasSets.set(name, new Set())
    }
    person.lineCount += 1
    if (person.scenes.at(-1) !== sceneNumber) person.scenes.push(sceneNumber)
    const typed = cue.name.replace(/\s+/g, ' ').trim()
    // Mixed case is a decision of the writer; capitals are only how cues are typed.
    if (typed !== typed.toUpperCase() && canonicalName(typed) === name && !this.hasTypedCase.has(name)) {
      this.hasTypedCase.add(name)
      person.displayName = displayName(plainText(typed))
    }
    if (spoken !== name) this.aliasSets.get(name)?.add(spoken)
    else if (typed !== name && canonicalName(typed) === name) this.aliasSets.get(name)?.add(typed)
    for (const extension of cue.extensions) {
      const guise = /^AS\s+(.+)$/.exec(canonicalName(extension))?.[1]
      if (guise) this.guises.push({ guise: canonicalSpeaker(guise), name })
    }
    return name
  }

  /**
   * Everybody, in order of first cue.
   *
   * @param action every paragraph of action in the order of the page: who is introduced how.
   */
  list(action: readonly string[] = []): BreakdownCharacter[] {
    for (const { guise, name } of this.guises) {
      if (guise !== name && !this.people.has(guise)) this.aliasSets.get(name)?.add(guise)
    }
    for (const alias of this.aliases.names()) {
      const name = this.aliases.resolve(alias)
      if (alias !== name) this.aliasSets.get(name)?.add(alias)
    }
    const people = [...this.people.values()].map((person) => ({
      ...person,
      aliases: [...(this.aliasSets.get(person.name) ?? [])],
    }))
    return describePeople(people, action)
  }
}

function checkLength(name: string, line: number): void {
  const length = [...name].length
  if (length <= MAX_NAME_LENGTH) return
  throw new ScriptError({
    line,
    message:
      `A character's name here has ${length} characters; at most ${MAX_NAME_LENGTH} are allowed. ` +
      'If this is action in capitals, put an exclamation mark before it or a blank line after it.',
  })
}
