import type { SceneBrief } from '@/contracts'
import { clip, knowPeople } from '@/scene-reading'
import { speakersOf } from './cues'
import type { ShotDraft } from './draft'

const MAX_LENGTH = 240
const MAX_NAMES = 4
const MAX_NAME_LENGTH = 30

/** Who and what is in frame, in plain words, at most 240 characters. Never empty. */
export function describeShot(
  drafted: ShotDraft,
  scene: Pick<SceneBrief, 'location' | 'heading' | 'characters' | 'people'>,
): string {
  const shot = inDisplayNames(drafted, scene)
  const place = scene.location || scene.heading || 'The place'
  const action = ended(shot.kind === 'pov' ? `What is seen: ${shot.text}` : shot.text)
  const picture = shot.kind === 'establishing' ? `Establishing: ${action || place}` : action
  const speech = shot.lines.length > 0 ? describeSpeech(shot, picture ? '' : place) : ''
  // What is done comes first, but must leave room to say who speaks.
  const room = speech ? MAX_LENGTH - speech.length - 1 : MAX_LENGTH
  const parts = [picture && room > 20 ? clip(picture, room) : '', speech]
  return clip(parts.filter(Boolean).join(' ') || place, MAX_LENGTH)
}

/** Descriptions are read by people: McAdair, not MCADAIR. */
function inDisplayNames(shot: ShotDraft, scene: Pick<SceneBrief, 'characters' | 'people'>): ShotDraft {
  if (!scene.people?.length) return shot
  const { displayName } = knowPeople(scene)
  return {
    ...shot,
    characters: shot.characters.map(displayName),
    lines: shot.lines.map((line) => ({
      ...line,
      character: displayName(line.character),
      speakers: line.speakers?.map(displayName),
    })),
  }
}

function describeSpeech(shot: ShotDraft, place: string): string {
  const voices = [
    ...new Set(shot.lines.flatMap(speakersOf).map((name) => clip(name, MAX_NAME_LENGTH))),
  ].filter(Boolean)
  const how = manner(shot.lines[0]?.parenthetical)
  const seen = new Set(shot.characters.map((name) => clip(name, MAX_NAME_LENGTH)))
  if (!voices.some((voice) => seen.has(voice))) {
    const voice = voices.length > 0 ? `${people(voices)}, unseen,` : 'A voice'
    const listener = shot.characters[0]
    if (!listener) return `${place ? `${place}. ` : ''}${voice} is heard${how}.`
    return `${clip(listener, MAX_NAME_LENGTH)} in frame. ${voice} is heard${how}.`
  }
  if (shot.kind === 'over-shoulder') {
    return `${people(voices)} speaks${how}, seen over ${clip(shot.characters[1] ?? 'the listener', MAX_NAME_LENGTH)}'s shoulder.`
  }
  if (voices.length > 1) return `${people(voices)} talk${place ? ` in ${clip(place, 60)}` : ''}.`
  const listeners = [...seen].filter((name) => !voices.includes(name))
  return `${people(voices)} speaks${how}${listeners.length > 0 ? `, with ${people(listeners)} in frame` : ''}.`
}

function ended(text: string): string {
  if (text === '' || /[.!?…]["'”’)]?$/.test(text)) return text
  return `${text.replace(/[\s,;:–—-]+$/, '')}.`
}

function manner(parenthetical: string | undefined): string {
  return parenthetical?.trim() ? ` (${clip(parenthetical, 60)})` : ''
}

function people(names: readonly string[]): string {
  if (names.length === 0) return 'Nobody'
  const shown = names.slice(0, MAX_NAMES)
  const more = names.length - shown.length
  const listed = more > 0 ? [...shown, `${more} more`] : shown
  const last = listed.at(-1) ?? ''
  return listed.length === 1 ? last : `${listed.slice(0, -1).join(', ')} and ${last}`
}
