import { AliasTable, isAliasNote } from './aliases'
import { listedNames } from './cast-list'
import { CharacterList } from './characters'
import { checkScript, refuseProse } from './check-script'
import { detectLanguage } from './detect-language'
import { roundTenth } from './durations'
import { fold } from './fold'
import { notesIn, plainText, printedText } from './fountain/plain-text'
import { headingReader, printedHeading } from './heading-reader'
import { languageTables } from './language-tables'
import { listLocations } from './locations'
import { findOpening, openingStart } from './opening-scene'
import { layOut } from './page-length'
import { SceneBuilder } from './scene-builder'
import { numberScenes } from './scene-numbers'
import { refuseTooMuch } from './script-size'
import { SectionTree } from './section-tree'
import { Speakers } from './speakers'
import { readTightHeadings } from './tight-headings'
import type { Breakdown, BreakdownScene, SceneHeading, Screenplay, ScreenplayElement } from './types'
import { countWords } from './words'

/**
 * Breaks a screenplay down into scenes, people and places, as a script supervisor would.
 *
 * - A scene runs from its heading to the next heading. Where somebody speaks before the first one, that is a
 *   scene of its own; action and transitions there belong to the first scene, and notes to the script.
 * - People are those who speak: see {@link Speakers} for which cues are nobody's, and {@link CharacterList} for
 *   what makes two cues one person.
 * - Every cue is one line, also where nothing is said under it; what is no cue after all is action.
 * - A synopsis belongs to the scene it stands in, or to the section where no heading has come since.
 *
 * No word is lost: what is printed, and every note, is somewhere in the result. Linear in the number of elements.
 *
 * @throws ScriptError where nothing looks like a script, and where it is larger than any: see `refuseTooMuch`. What can be lived with is in `warnings`.
 */
export function breakdown(screenplay: Screenplay): Breakdown {
  refuseTooMuch(screenplay)
  const elements = readTightHeadings(screenplay.elements)
  const language = detectLanguage(elements)
  const allNotes = elements.map(notesOf)
  const aliases = new AliasTable(allNotes.flat())
  const listed = listedNames(allNotes.flat())
  const cues = new Speakers(elements, aliases, language, listed)
  const letterCues =
    elements === screenplay.elements ? cues : new Speakers(screenplay.elements, aliases, language, listed)
  const warnings = checkScript(screenplay.elements, letterCues, elements !== screenplay.elements)
  refuseProse(elements, cues)
  const headings = elements.filter((element): element is SceneHeading => element.type === 'scene-heading')
  const opening = findOpening(elements, cues)
  for (const warning of opening?.warnings ?? []) warnings.push(warning)
  const numbered = opening?.isScene ? [{ sceneNumber: null, range: opening.range }, ...headings] : headings
  const numbering = numberScenes(numbered)
  const readHeading = headingReader(headings, language)
  const characters = new CharacterList(aliases, language)
  const notes = allNotes.map((list) => list.filter((note) => !isAliasNote(note)))
  const layout = layOut(elements)
  const sections = new SectionTree()
  const scenes: BreakdownScene[] = []
  const scriptNotes: string[] = []
  /** What stands before the first heading and is shown, where it is not a scene: it opens the first scene. */
  const early: number[] = []
  let hasHeading = false
  let current: SceneBuilder | null = null

  const close = () => {
    if (current) scenes.push(current.build())
  }
  const takeEarly = (scene: SceneBuilder) => {
    for (const before of early.splice(0))
      scene.add(elements[before] as ScreenplayElement, layout.lines[before] as number)
  }
  const nextNumber = () => numbering.numbers[scenes.length] as string
  elements.forEach((element, index) => {
    if (element.type === 'scene-heading') {
      close()
      hasHeading = true
      current = new SceneBuilder(
        {
          heading: printedHeading(element),
          parts: readHeading(element),
          sceneNumber: nextNumber(),
          hasTypedNumber: element.sceneNumber !== null,
          sections: sections.openScene(),
          range: { ...element.range },
        },
        characters,
        cues,
      )
      takeEarly(current)
      current.addLines(layout.lines[index] as number)
      current.addNotes(notes[index] as string[])
      return
    }
    const isOpening = opening?.isScene && !hasHeading && element.range.start >= opening.range.start
    if (isOpening && !current) {
      const start = openingStart(nextNumber(), { ...opening.range }, sections.openScene())
      current = new SceneBuilder(start, characters, cues)
      takeEarly(current)
    }
    if (element.type === 'section') sections.open(element)
    else if (element.type === 'synopsis' && sections.isAwaitingScene) sections.addSynopsis(element)
    else if (current) current.add(element, layout.lines[index] as number)
    else if (element.type !== 'note') early.push(index)
    if (current) current.addNotes(notes[index] as string[])
    else for (const note of notes[index] as string[]) scriptNotes.push(note)
  })
  close()

  return {
    title: titlePageValue(screenplay, 'title'),
    author: titlePageValue(screenplay, 'author'),
    language,
    sections: sections.list,
    notes: scriptNotes,
    scenes,
    characters: characters.list(
      scenes.flatMap(({ beats }) => beats.flatMap((beat) => (beat.type === 'action' ? [beat.text] : []))),
      scriptNotes,
    ),
    locations: listLocations(scenes, language),
    doubtfulCues: cues.doubtful,
    titlePage: screenplay.titlePage,
    wordCount: scriptWords(elements),
    pageCount: layout.pageCount,
    durationSeconds: roundTenth(scenes.reduce((sum, scene) => sum + scene.durationSeconds, 0)),
    warnings: [...warnings, ...numbering.warnings].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  }
}

/** The value of the first key that means this in any language, marks removed, lines joined by spaces. */
function titlePageValue({ titlePage }: Screenplay, role: 'title' | 'author'): string | null {
  const { titleKeys } = languageTables()
  const entry = titlePage.find(({ key }) => titleKeys.get(fold(key)) === role)
  return entry ? plainText(entry.values.join(' ')).replace(/\s+/g, ' ').trim() || null : null
}

function notesOf(element: ScreenplayElement): string[] {
  if (element.type === 'note') return element.text.trim() === '' ? [] : [element.text.trim()]
  if (element.type === 'boneyard' || element.type === 'page-break') return []
  if (element.type === 'character') return [element.name, ...element.extensions].flatMap(notesIn)
  return notesIn(element.text)
}

function scriptWords(elements: readonly ScreenplayElement[]): number {
  let words = 0
  for (const element of elements) {
    switch (element.type) {
      case 'scene-heading':
      case 'action':
      case 'centered':
      case 'dialogue':
      case 'lyrics':
        words += countWords(printedText(element))
    }
  }
  return words
}
