import type { AliasTable } from './aliases'
import { readCastLists } from './cast-list'
import { describePeople, type SpeakingPerson } from './describe-people'
import { canonicalName, canonicalSpeaker, displayName } from './names'
import type { CueDecision } from './speakers'
import type { BreakdownCharacter } from './types'

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

  /** Ages that stood behind the name in a cue. */
  private readonly ages = new Map<string, string>()

  constructor(
    private readonly aliases: AliasTable,
    private readonly language: string,
  ) {}

  /**
   * Counts a cue in a scene, for each who speaks.
   *
   * @returns the canonical names of the speakers.
   */
  addCue(cue: CueDecision, sceneNumber: string): string[] {
    const names = cue.speakers.map((speaker) => this.addSpeaker(speaker, cue, sceneNumber))
    return [...new Set(names)]
  }

  private addSpeaker(spoken: string, cue: CueDecision, sceneNumber: string): string {
    const name = this.aliases.resolve(spoken)
    let person = this.people.get(name)
    if (!person) {
      person = { name, displayName: displayName(name, this.language), aliases: [], lineCount: 0, scenes: [] }
      this.people.set(name, person)
      this.aliasSets.set(name, new Set())
    }
    person.lineCount += 1
    if (person.scenes.at(-1) !== sceneNumber) person.scenes.push(sceneNumber)
    if (cue.age !== null && !this.ages.has(name)) this.ages.set(name, cue.age)
    // Several in one cue: how they are typed there says nothing of one of them.
    const typed = cue.speakers.length === 1 ? cue.typed : name
    const isSame = canonicalName(typed) === name
    // Mixed case is a decision of the writer; capitals are only how cues are typed.
    if (isSame && !this.hasTypedCase.has(name)) {
      if (typed !== typed.toUpperCase() || typed !== name)
        person.displayName = displayName(typed, this.language)
      if (typed !== typed.toUpperCase()) this.hasTypedCase.add(name)
    }
    if (spoken !== name) this.aliasSets.get(name)?.add(spoken)
    else if (typed !== name && isSame) this.aliasSets.get(name)?.add(typed)
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
   * @param notes of the script, among them lists of its characters: what they say goes before what action says.
   */
  list(action: readonly string[] = [], notes: readonly string[] = []): BreakdownCharacter[] {
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
    const cast = readCastLists(notes)
    return describePeople(people, action).map((person) => {
      const listed = [person.name, ...person.aliases].flatMap((name) => cast.get(name) ?? [])[0]
      return {
        ...person,
        age: this.ages.get(person.name) ?? listed?.age ?? person.age,
        gender: listed?.gender ?? person.gender,
        looks: listed?.looks ?? person.looks,
      }
    })
  }
}
