import { extensionMeaning, isGroup, isShouted } from '@/screenplay'
import { type ReadText, ScreenplayBuilder, type TextReader } from '../TextReader'
import { guessOfTitle, readFront } from '../title-page/readFront'
import { type CastBlock, findCast } from './cast'
import { type Described, describe, readPlace, readSceneLine, type SceneLine, sideOf } from './heading'
import { key, labelOf, readLabelled, withoutMarkdown } from './lines'
import { isHeading, looksLike } from './recognise'
import { type Evidence, findSpeakers } from './speakers'

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

const newScene = (language: string): Described => ({ places: [], times: [], side: null, language })

/** Inside or outside does not change where the place is the same. */
const sameSide = (next: Described, before: Described) =>
  next.places.join() === before.places.join() ? before.side : null

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
  private readonly hasHeadings: boolean
  private act: string | null = null
  /** The scene that is being read, and its heading among the elements. */
  private scene: { described: Described; at: number } | null = null

  constructor(text: string) {
    this.lines = text.split('\n').map((line) => line.trim())
    this.cast = findCast(this.lines)
    this.speakers = findSpeakers(this.lines, this.cast)
    this.hasHeadings = this.lines.some((line) => isHeading(withoutMarkdown(line)))
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
        this.scene = null
        this.script.section(bare)
      } else if (scene) {
        isBefore = false
        index = this.readScene(scene, index)
      } else if (isHeading(bare)) {
        isBefore = false
        this.scene = null
        this.script.heading(bare, null)
      } else if (this.beginsHead(bare)) {
        isBefore = false
        index = this.readUnnumbered(index)
      } else if (!(isBefore && this.readTitle(bare))) this.readLine(line, bare, this.lines[index - 1] ?? '')
    }
    this.warnOfNames()
    return this.script.build()
  }

  /** Under screenplay headings names in the writer's case are a habit that was found out, and may be none. */
  private warnOfNames(): void {
    if (this.lines.some((line) => readSceneLine(withoutMarkdown(line)))) return
    const names = new Map<string, string>()
    for (const line of this.lines) {
      const speech = this.speechIn(withoutMarkdown(line))
      if (speech && !isShouted(speech.name)) names.set(key(speech.name), speech.name)
    }
    if (names.size === 0) return
    const shown = [...names.values()].slice(0, 12).join(', ')
    this.script.warnAll(
      `Lines that begin with a name and a colon were read as speech, of ${shown}${names.size > 12 ? ', …' : ''}. Other lines with a colon are action.`,
    )
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
    const described = newScene(scene.language)
    if (scene.act) this.act = scene.act
    if (scene.rest) readPlace(scene.rest, described)
    const { last, notes, actions } = this.readHead(described, at + 1)
    const number = this.isNumberedByAct && this.act ? `${this.act}-${scene.number}` : scene.number
    const text = describe(described) || withoutMarkdown(this.lines[at] as string)
    this.openScene(described, text, number)
    if (described.places.length === 0) this.script.warn(`Scene ${number} names no place.`)
    this.addHead(notes, actions)
    return last
  }

  private openScene(described: Described, text: string, number: string | null): void {
    this.scene = { described, at: this.script.elements.length }
    this.script.heading(text, number)
  }

  private addHead(notes: readonly string[], actions: readonly string[]): void {
    for (const note of notes) this.script.note(note)
    for (const action of actions) this.script.action(action)
  }

  /** A place or a time where no scene line stands before it. */
  private beginsHead(line: string): boolean {
    // Under the headings of a screenplay a label says more of the same scene.
    if (this.hasHeadings) return false
    const found = readLabelled(line)
    const label = found?.value ? labelOf(found.name) : undefined
    return label === 'place' || (label === 'time' && this.scene !== null)
  }

  /**
   * Labels without a scene line: what the scene's head did not say yet belongs to it where nothing was said or done
   * since; else it is another scene, as its writer would have it shot elsewhere or at another time.
   *
   * @returns the index of the last line read
   */
  private readUnnumbered(at: number): number {
    const { scene } = this
    const described = newScene(scene?.described.language ?? 'en')
    const { last, notes, actions } = this.readHead(described, at)
    const first = withoutMarkdown(this.lines[at] as string)
    const isSame =
      scene !== null &&
      (scene.described.places.length === 0 || described.places.length === 0) &&
      (scene.described.times.length === 0 || described.times.length === 0) &&
      this.script.elements.slice(scene.at + 1).every(({ type }) => type === 'note' || type === 'action')
    if (isSame) {
      scene.described.places.push(...described.places)
      scene.described.times.push(...described.times)
      scene.described.side ??= described.side
      const heading = this.script.elements[scene.at]
      if (heading?.type === 'scene-heading') heading.text = describe(scene.described)
      this.script.warn(`“${first}” stands below the head of its scene; it was read as part of it.`)
    } else {
      // The same place at another time is said in full, as in any other heading.
      if (described.places.length === 0) described.places.push(...(scene?.described.places ?? []))
      described.side ??= described.places.length > 0 && scene ? sameSide(described, scene.described) : null
      this.openScene(described, describe(described), null)
      if (scene) this.script.warn(`“${first}” stands without a scene line; another scene was begun here.`)
    }
    this.addHead(notes, actions)
    return last
  }

  /** Reads labels from a line on. @returns what they are beside the heading, and the index of the last line read */
  private readHead(described: Described, from: number): { last: number; notes: string[]; actions: string[] } {
    const notes: string[] = []
    const actions: string[] = []
    let last = from - 1
    for (let index = from; index < this.lines.length; index += 1) {
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
    return { last, notes, actions }
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
