import type { SceneBrief } from '@/contracts'
import { guessGender } from './gender'
import { genderOfLooks, readLooks } from './readLooks'

type Gender = 'female' | 'male'

/** What the rules know of the people of a scene besides their names. */
export interface KnownPeople {
  /** Other words that mean somebody: aliases, and roles that only one of them can be (`the boy`). */
  also: ReadonlyMap<string, readonly string[]>
  genderOf(name: string): Gender | null
  /** The name as people write it; the canonical one where no other is known. */
  displayName(name: string): string
}

export const NOBODY_KNOWN: KnownPeople = {
  also: new Map(),
  genderOf: (name) => guessGender(name),
  displayName: (name) => name,
}

/** Reads what the brief tells of the scene's people. Nothing told is nothing known: names alone still work. */
export function knowPeople(scene: Pick<SceneBrief, 'characters' | 'people'>): KnownPeople {
  const told = new Map((scene.people ?? []).map((person) => [person.name, person]))
  const genders = new Map<string, Gender | null>()
  for (const name of scene.characters) {
    const person = told.get(name)
    const called = [name, ...(person?.aliases ?? [])].join(', ')
    genders.set(name, genderOfLooks(readLooks(person?.description, called), name))
  }
  const also = new Map<string, string[]>()
  for (const { name, aliases } of told.values())
    also.set(
      name,
      aliases.filter((alias) => alias.length > 1),
    )
  for (const [role, fits] of ROLES) {
    const who = scene.characters.filter((name) => {
      const person = told.get(name)
      return fits(ageGroup(person?.age, [name, ...(person?.aliases ?? [])]), genders.get(name) ?? null)
    })
    const [only] = who
    if (only && who.length === 1) also.set(only, [...(also.get(only) ?? []), role])
  }
  return {
    also,
    genderOf: (name) => genders.get(name) ?? guessGender(name),
    displayName: (name) => told.get(name)?.displayName || name,
  }
}

type AgeGroup = 'child' | 'adult' | 'old' | null

/** Common nouns with an article: they mean somebody only where nobody else in the scene can be meant. */
const ROLES: ReadonlyArray<readonly [string, (age: AgeGroup, gender: Gender | null) => boolean]> = [
  ['THE BOY', (age, gender) => age === 'child' && gender === 'male'],
  ['THE GIRL', (age, gender) => age === 'child' && gender === 'female'],
  ['THE CHILD', (age) => age === 'child'],
  ['THE KID', (age) => age === 'child'],
  ['THE OLD MAN', (age, gender) => age === 'old' && gender === 'male'],
  ['THE OLD WOMAN', (age, gender) => age === 'old' && gender === 'female'],
]

function ageGroup(age: string | null | undefined, names: readonly string[]): AgeGroup {
  const said = `${age ?? ''} ${names.join(' ')}`.toLowerCase()
  const years = Number(/^\s*(\d{1,3})\b/.exec(said)?.[1] ?? Number.NaN)
  if (years < 14 || /\b(?:child|kid|boy|girl|toddler)\b/.test(said)) return 'child'
  if (years >= 60 || /\b(?:[6-9]0s|sixties|seventies|eighties|nineties|old|elderly)\b/.test(said))
    return 'old'
  return said.trim() === '' ? null : 'adult'
}
