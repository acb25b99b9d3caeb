import { extensionMeaning, isGroup, parseHeading } from '@/screenplay'
import { type ReadText, ScreenplayBuilder, type TextReader } from '../TextReader'
import { guessOfTitle, readFront } from '../title-page/readFront'
import { type CastBlock, findCast } from './cast'
import { type Described, describe, readPlace, readSceneLine, type SceneLine, sideOf } from './heading'
import { isShouted, key, labelOf, readLabelled, withoutMarkdown } from './lines'
import { type Evidence, findSpeakers } from './speakers'
import { NO_PERSON } from './words'

const TITLE_KEYS = new Map([
  ['title', 'Title'],
  ['author', 'Author'],
  ['contact', 'Contact'],
  ['date', 'Draft date'],
])
/** How a line is heard; anything else in parentheses is a direction to the actor. */
const isExtension = (bracket: string) => extensionMeaning(bracket) !== null

export const labelledReader = {
  id: 'labelled',
  label: 'Labelled prose',
  looksLike,
  read,
} as const satisfies TextReader

function looksLike(text: string): boolean {
  let scenes = 0
  let headings = 0
  let labels = 0
  let speeches = 0
  let cues = 0
  const lines = text.split('\n').map((line) => line.trim())
  lines.forEach((raw, index) => {
    if (raw === '' || raw.length > 2000) return
    const line = withoutMarkdown(raw)
    if (readSceneLine(line)?.kind === 'scene') scenes += 1
    else if (isHeading(line)) headings += 1
    else {
      const found = readLabelled(line)
      if (!found) {
        const isCue = isShouted(line) && (lines[index - 1] ?? '') === '' && (lines[index + 1] ?? '') !== ''
        // What stands in capitals before the first scene is a title, or heads a list.
        if (isCue && line.length < 40 && scenes + headings > 0) cues += 1
        return
      }
      const label = labelOf(found.name)
      if (label === 'place' || label === 'time' || label === 'people' || label === 'side') labels += 1
      else if (!label && found.value && isShouted(found.name) && !NO_PERSON.has(key(found.name)))
        speeches += 1
    }
  })
  if (scenes > 0)
    return cues === 0
      ? speeches + labels > 0 || findSpeakers(lines, findCast(lines)).size > 0
      : labels + speeches > cues
  return headings > 0 && speeches > 2 && speeches > cues * 5
}

/** A heading as in a screenplay: with interior or exterior. */
const isHeading = (line: string) =>
  line.length < 200 &&
  /^\p{L}{3}/u.test(line) &&
  !/[:：]/.test(line) &&
  parseHeading(line).interiorExterior !== 'OTHER'

function read(text: string): ReadText {
  return new LabelledReading(text).read()
}

class LabelledReading {
  private readonly script = new ScreenplayBuilder()
  private readonly lines: string[]
  private readonly cast: CastBlock | null
  private readonly speakers: ReadonlyMap<string, Evidence>
  /** Scene numbers start again in each act: the act goes before them. */
  private readonly isNumberedByAct: boolean
  /** Paragraphs are set apart by empty lines, so a line directly below a speech goes on with it. */
  private readonly isSpaced: boolean
  private act: string | null = null

  constructor(text: string) {
    this.lines = text.split('\n').map((line) => line.trim())
    this.cast = findCast(this.lines)
    this.speakers = findSpeakers(this.lines, this.cast)
    const numbers = this.lines.flatMap((line) => readSceneLine(withoutMarkdown(line)) ?? [])
    const scenes = numbers.filter(({ kind }) => kind === 'scene').map(({ number }) => number)
    const hasActs = numbers.some(({ kind, act }) => kind === 'act' || act !== null)
    this.isNumberedByAct = hasActs && new Set(scenes).size < scenes.length
    const speeches = this.lines.flatMap((line, index) =>
      this.speechIn(withoutMarkdown(line)) ? [index] : [],
    )
    this.isSpaced =
      speeches.filter((index) => (this.lines[index + 1] ?? '') === '').length * 2 > speeches.length
  }

  read(): ReadText {
    let isBefore = true
    for (let index = this.readFront(); index < this.lines.length; index += 1) {
      const line = this.lines[index] as string
      if (line === '') continue
      if (index === this.cast?.from) {
        const { from, to } = this.cast
        this.script.note(this.lines.slice(from, to).filter(Boolean).map(withoutMarkdown).join('\n'))
        index = to - 1
        continue
      }
      const bare = withoutMarkdown(line)
      const scene = readSceneLine(bare)
      if (scene?.kind === 'act') {
        this.act = scene.number
        this.script.section(bare)
      } else if (scene) {
        isBefore = false
        index = this.readScene(scene, index)
      } else if (isHeading(bare)) {
        isBefore = false
        this.script.heading(bare, null)
      } else if (!(isBefore && this.readTitle(bare))) this.readLine(line, bare, this.lines[index - 1] ?? '')
    }
    return this.script.build()
  }

  /** Reads the title page before the first scene, list or speech. @returns the index of the line behind it */
  private readFront(): number {
    const lines = this.lines.map((line) => (line.startsWith('#') ? line : withoutMarkdown(line)))
    const end = lines.findIndex((line, index) => {
      const bare = withoutMarkdown(line)
      return (
        index === this.cast?.from ||
        readSceneLine(bare) !== null ||
        isHeading(bare) ||
        this.speechIn(bare) !== null
      )
    })
    const front = readFront(lines.slice(0, Math.max(0, end)), true)
    if (!front) return 0
    this.script.titlePage.push(...front.entries)
    if (front.guess !== null) this.script.warnAll(guessOfTitle(front.guess))
    return front.length
  }

  private readTitle(line: string): boolean {
    const found = readLabelled(line)
    const title = found && TITLE_KEYS.get(labelOf(found.name) ?? '')
    if (!title || !found.value) return false
    this.script.title(title, found.value)
    return true
  }

  /** A scene with the labels below it. @returns the index of the last line read */
  private readScene(scene: SceneLine, at: number): number {
    const described: Described = { places: [], times: [], side: null, language: scene.language }
    const notes: string[] = []
    const actions: string[] = []
    if (scene.act) this.act = scene.act
    if (scene.rest) readPlace(scene.rest, described)
    let last = at
    for (let index = at + 1; index < this.lines.length; index += 1) {
      const line = withoutMarkdown(this.lines[index] as string)
      if (line === '') continue
      const found = readLabelled(line)
      const label = found && labelOf(found.name)
      if (!found || !label || TITLE_KEYS.has(label)) break
      let { value } = found
      let end = index
      if (value === '') {
        // The label stands alone, and what it says below it.
        const next = this.lines[index + 1] ?? ''
        if (next === '' || readLabelled(next) || readSceneLine(withoutMarkdown(next))) break
        value = next
        end = index + 1
      }
      if (label === 'place') readPlace(value, described)
      else if (label === 'time') described.times.push(value.replace(/\.$/, ''))
      else if (label === 'side' && sideOf(value)) described.side = sideOf(value)
      else if (label === 'people' || label === 'side') notes.push(`${found.name}: ${value}`)
      else actions.push(value)
      index = end
      last = end
    }
    const number = this.isNumberedByAct && this.act ? `${this.act}-${scene.number}` : scene.number
    const text = describe(described)
    this.script.heading(text || withoutMarkdown(this.lines[at] as string), number)
    if (described.places.length === 0) this.script.warn(`Scene ${number} names no place.`)
    for (const note of notes) this.script.note(note)
    for (const action of actions) this.script.action(action)
    return last
  }

  private speechIn(line: string) {
    const found = readLabelled(line)
    return found && this.speakers.has(key(found.name)) ? found : null
  }

  private readLine(line: string, bare: string, before: string): void {
    const speech = this.speechIn(bare)
    const found = readLabelled(bare)
    const last = this.script.last
    if (speech) {
      const { bracket, value } = speech
      // In capitals it is a cue like any; in the writer's case it would be marked as somebody's name.
      const name = isGroup(speech.name) ? speech.name.toUpperCase() : speech.name
      this.script.cue(name, bracket && isExtension(bracket) ? [bracket] : [])
      if (this.speakers.get(key(speech.name)) === 'once') {
        this.script.warn(
          `${speech.name} stands before a colon here alone; it was read as somebody who speaks.`,
        )
      }
      if (bracket && !isExtension(bracket)) this.script.parenthetical(bracket)
      const [, direction, words] = /^[(（]([^()（）]{1,80})[)）]\s*(\S.*)$/.exec(value) ?? []
      if (direction) this.script.parenthetical(direction)
      if (words ?? value) this.script.dialogue(words ?? value)
    } else if (found && labelOf(found.name) === 'action' && found.value) this.script.action(found.value)
    else if (found && labelOf(found.name) === 'people') this.script.note(bare)
    else if (this.isSpaced && before !== '' && last?.type === 'dialogue') this.script.dialogue(line)
    else if (last?.type === 'character') this.script.dialogue(line)
    else this.script.action(line, before !== '')
  }
}
