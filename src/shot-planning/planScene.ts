import type { SceneBrief, SceneLineBrief } from '@/contracts'
import { knowPeople } from '@/scene-reading'
import { isOffScreen, speakersOf } from './cues'
import { draft, type ShotDraft, spokenMs } from './draft'
import { entrances } from './entrances'
import { isNoPicture } from './isNoPicture'
import { type OrderedBeat, orderBeats } from './orderBeats'
import { isSamePicture, listEntries, merge, planAction } from './planAction'
import { planLine, planReaction } from './planLine'
import { planOpening } from './planOpening'

/** Quick exchanges up to this long are held in one two-shot instead of being cut to pieces. */
const EXCHANGE_MS = 5_000
const QUICK_LINE_MS = 1_800
/** Lines between two reaction shots. */
const REACTION_SPACING = 3

/** All shots that the rules would like, in page order, before anyone asks whether there is time. */
export function planScene(scene: SceneBrief): ShotDraft[] {
  const beats = orderBeats(scene)
  const offScreenOnly = heardOnly(scene)
  const cast = scene.characters.filter((name) => !offScreenOnly.has(name))
  const people = knowPeople(scene)
  const drafts: ShotDraft[] = []
  const withoutPicture: string[] = []
  let entries = 0
  const opening = planOpening(scene)
  if (opening) drafts.push(opening)

  // Nobody is seen before they come in.
  const comes = entrances(beats, cast, people)
  const isThere = (at: number) => (name: string) => (comes.get(name) ?? -1) <= at
  let present = speakersAhead(beats, 0, cast).filter(isThere(-1))
  let spoken = 0
  let sinceReaction = REACTION_SPACING

  for (const [index, beat] of beats.entries()) {
    const progress = beats.length > 1 ? index / (beats.length - 1) : 0
    if (beat.type === 'action') {
      if (isNoPicture(beat.text)) {
        withoutPicture.push(beat.text)
        showWithLast(drafts, withoutPicture)
        continue
      }
      const list = listEntries(beat.text)
      for (const text of list ?? [beat.text]) {
        const planned = planAction(text, {
          cast: cast.filter(isThere(index)),
          inFrame: present,
          people,
          progress,
        })
        entries += 1
        for (const shot of planned) shot.action = [beat.text]
        if (list) for (const shot of planned) shot.entry = entries
        addAction(drafts, planned)
        // Whoever was named last is the first whom a pronoun means.
        const shown = planned.flatMap(({ characters }) => characters).reverse()
        const entered = [...comes].flatMap(([name, at]) => (at === index ? [name] : []))
        present = unique([...shown, ...entered, ...present])
      }
      continue
    }
    const { line } = beat
    const context = {
      present: present.length > 0 ? present : cast.filter(isThere(index)),
      people,
      spoken,
      progress,
    }
    addLine(drafts, planLine(line, context))
    if (!isOffScreen(line.extensions)) {
      spoken += 1
      present = unique([...speakersOf(line), ...present])
    }
    sinceReaction += 1
    const reaction = sinceReaction > REACTION_SPACING ? planReaction(line, context) : null
    const isLast = index === beats.length - 1
    if (reaction && (isLast || beats[index + 1]?.type === 'line')) {
      drafts.push(reaction)
      sinceReaction = 0
    }
  }
  if (drafts.length === 0) drafts.push(emptyScene(scene))
  showWithLast(drafts.slice(0, 1), withoutPicture)
  return drafts
}

/** What is no picture of its own goes with the last one; it waits where there is none yet. */
function showWithLast(drafts: readonly ShotDraft[], paragraphs: string[]) {
  const last = drafts.at(-1)
  if (last) last.action = [...new Set([...last.action, ...paragraphs.splice(0)])]
}

/** Adds the shots of a paragraph; one that only goes on with the picture before it becomes part of that. */
function addAction(drafts: ShotDraft[], planned: ShotDraft[]) {
  const last = drafts.at(-1)
  const [first, ...rest] = planned
  const goesOn =
    last && first && last.lines.length === 0 && last.purpose === first.purpose && isSamePicture(last, first)
  if (goesOn) merge(last, first)
  drafts.push(...(goesOn ? rest : planned))
}

/** Adds a line's shot, or lays the line over the shot before it where that is what an editor would do. */
function addLine(drafts: ShotDraft[], next: ShotDraft) {
  const last = drafts.at(-1)
  const [line] = next.lines
  if (last && line && (isQuickExchange(last, next, line) || canCarryVoice(last, next, line))) {
    last.lines.push(line)
    last.intensity = Math.max(last.intensity, next.intensity)
    if (next.kind !== 'voice-over') showTogether(last, next)
    return
  }
  drafts.push(next)
}

function isQuickExchange(last: ShotDraft, next: ShotDraft, line: SceneLineBrief): boolean {
  if (last.lines.length === 0 || isOffScreen(line.extensions)) return false
  if (last.lines.some(({ extensions }) => isOffScreen(extensions))) return false
  const all = [...last.lines, line]
  const isContinued = last.lines.length === 1 && last.lines[0]?.character === line.character
  const isQuick = all.every((each) => spokenMs([each]) <= QUICK_LINE_MS)
  const people = new Set([...last.characters, ...next.characters])
  return (isQuick || isContinued) && spokenMs(all) <= EXCHANGE_MS && people.size <= 3
}

/** A voice from nowhere needs a picture: the one that is there, if the speaker is not in it. */
function canCarryVoice(last: ShotDraft, next: ShotDraft, line: SceneLineBrief): boolean {
  if (next.kind !== 'voice-over' || last.isOptional) return false
  if (speakersOf(line).some((name) => last.characters.includes(name))) return false
  const isPicture = last.lines.length === 0 && (last.purpose === 'action' || last.purpose === 'establishing')
  return isPicture || (last.kind === 'voice-over' && spokenMs([...last.lines, line]) <= EXCHANGE_MS)
}

/** Everybody who speaks in a shot is in it; more than one of them makes it a two-shot. */
function showTogether(last: ShotDraft, next: ShotDraft) {
  const people = unique([...last.characters, ...next.characters])
  last.characters = people
  if (people.length > 1 && (last.kind === 'single' || last.kind === 'over-shoulder')) last.kind = 'two-shot'
}

/** Names of those who are heard in this scene and never seen. */
function heardOnly(scene: SceneBrief): Set<string> {
  const heard = new Set(
    scene.lines.filter((line) => isOffScreen(line.extensions)).flatMap((line) => speakersOf(line)),
  )
  for (const line of scene.lines)
    if (!isOffScreen(line.extensions)) for (const name of speakersOf(line)) heard.delete(name)
  return heard
}

/** Until the action says who is there, it is whoever speaks first, and who answers. */
function speakersAhead(beats: readonly OrderedBeat[], from: number, cast: readonly string[]): string[] {
  const speakers: string[] = []
  for (const beat of beats.slice(from)) {
    if (beat.type !== 'line' || isOffScreen(beat.line.extensions)) continue
    for (const name of speakersOf(beat.line)) if (!speakers.includes(name)) speakers.push(name)
  }
  return unique([...speakers, ...cast])
}

function emptyScene(scene: SceneBrief): ShotDraft {
  return draft({
    kind: 'master',
    purpose: 'master',
    text: scene.location || scene.heading || 'The place',
    characters: scene.characters.slice(0, 3),
    confidence: 0.3,
  })
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)]
}
