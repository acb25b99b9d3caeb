import { relationId, relationIds } from '@/lib/ids'

/** Of a dialogue line, what says whose it is. */
export interface SpokenBy {
  character?: unknown
  speakers?: unknown
}

/**
 * The ids of all who say a line, the first one first. Stored are several only: of one, and of lines from before there
 * were several, it is the line's character.
 */
export function speakersOf({ character, speakers }: SpokenBy): string[] {
  const ids = relationIds(speakers)
  if (ids.length > 0) return ids
  const first = relationId(character)
  return first === null ? [] : [first]
}

/** The names of all who say a line, the first one first; its cue where nobody is known. */
export function speakerNames(
  line: SpokenBy & { cue?: string | null },
  nameOf: (characterId: string) => string | undefined,
): string[] {
  const names = speakersOf(line).flatMap((id) => nameOf(id) ?? [])
  return names.length > 0 ? names : [line.cue ?? '']
}

const isSame = (a: string[], b: string[]): boolean => a.join() === b.join()

/**
 * A line whose character and speakers agree: the character is the first speaker. Where one of them was changed the
 * other follows; where both were, the character is put first. One speaker alone is not stored a second time.
 *
 * @param before the line as it was; absent of a new one
 */
export function withSpeakers<Line extends SpokenBy>(line: Line, before?: SpokenBy): Line {
  const character = relationId(line.character)
  const given = relationIds(line.speakers)
  const was = before ? speakersOf(before) : []
  const isCharacterNew = before !== undefined && character !== relationId(before.character)
  const areSpeakersNew = given.length > 0 && !isSame(given, was)
  let all = given
  if (isCharacterNew && !areSpeakersNew) all = character ? [character, ...given.slice(1)] : []
  else if (character && (isCharacterNew || !before) && given[0] !== character) all = [character, ...given]
  all = [...new Set(all)]
  const first = all[0] ?? character
  const speakers = all.length > 1 ? all : []
  return first === character && isSame(speakers, given) ? line : { ...line, character: first, speakers }
}
