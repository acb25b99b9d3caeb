import { AliasTable, isAliasNote } from './aliases'
import { CharacterList } from './characters'
import { checkScript } from './check-script'
import { roundTenth } from './durations'
import { notesIn, plainText } from './fountain/plain-text'
import { listLocations } from './locations'
import { layOut } from './page-length'
import { SceneBuilder } from './scene-builder'
import { numberScenes } from './scene-numbers'
import { SectionTree } from './section-tree'
import type { Breakdown, BreakdownScene, SceneHeading, Screenplay, ScreenplayElement } from './types'
import { countWords } from './words'

/**
 * Breaks a screenplay down into scenes, people and places, as a script supervisor would.
 *
 * - A scene runs from its heading to the next heading. Action and transitions before the first heading
 *   (FADE IN:) belong to the first scene; notes there belong to the script.
 * - People are those who speak: see {@link CharacterList} for what makes two cues one person.
 * - Every cue is one line, also where nothing is said under it.
 * - A synopsis belongs to the scene it stands in, or to the section where no heading has come since.
 *
 * Linear in the number of elements.
 *
 * @throws ScriptError where there is no scene heading, where somebody speaks before the first one, and for
 * a name longer than a name can be. What can be lived with is in `warnings`.
 */
export function breakdown(screenplay: Screenplay): Breakdown {
  const { elements } = screenplay
  const warnings = checkScript(elements)
  const headings = elements.filter((element): element is SceneHeading => element.type === 'scene-heading')
  const numbering = numberScenes(headings)
  const allNotes = elements.map(notesOf)
  const characters = new CharacterList(new AliasTable(allNotes.flat()))
  const notes = allNotes.map((list) => list.filter((note) => !isAliasNote(note)))
  const layout = layOut(elements)
  const sections = new SectionTree()
  const scenes: BreakdownScene[] = []
  const scriptNotes: string[] = []
  /** What stands before the first heading and is shown: it opens the first scene. */
  const opening: number[] = []
  let current: SceneBuilder | null = null

  const close = () => {
    if (current) scenes.push(current.build())
  }
  elements.forEach((element, index) => {
    if (element.type === 'scene-heading') {
      close()
      const sceneNumber = numbering.numbers[scenes.length] as string
      current = new SceneBuilder(element, sceneNumber, sections.openScene(), characters)
      for (const early of opening.splice(0))
        current.add(elements[early] as ScreenplayElement, layout.lines[early] as number)
      current.addLines(layout.lines[index] as number)
      current.addNotes(notes[index] as string[])
      return
    }
    if (element.type === 'section') sections.open(element)
    else if (element.type === 'synopsis' && sections.isAwaitingScene) sections.addSynopsis(element)
    else if (current) current.add(element, layout.lines[index] as number)
    else if (element.type !== 'note') opening.push(index)
    if (current) current.addNotes(notes[index] as string[])
    else scriptNotes.push(...(notes[index] as string[]))
  })
  close()

  return {
    title: titlePageValue(screenplay, ['title']),
    author: titlePageValue(screenplay, ['author', 'authors']),
    language: 'en',
    sections: sections.list,
    notes: scriptNotes,
    scenes,
    characters: characters.list(
      scenes.flatMap(({ beats }) => beats.flatMap((beat) => (beat.type === 'action' ? [beat.text] : []))),
    ),
    locations: listLocations(scenes),
    wordCount: scriptWords(elements),
    pageCount: layout.pageCount,
    durationSeconds: roundTenth(scenes.reduce((sum, scene) => sum + scene.durationSeconds, 0)),
    warnings: [...warnings, ...numbering.warnings].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  }
}

/** The value of the first of these keys that the title page has, marks removed, lines joined by spaces. */
function titlePageValue({ titlePage }: Screenplay, keys: readonly string[]): string | null {
  const entry = titlePage.find(({ key }) => keys.includes(key.toLowerCase()))
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
        words += countWords(plainText(element.text))
    }
  }
  return words
}
