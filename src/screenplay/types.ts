/**
 * The screenplay model that every reader (Fountain, later FDX, PDF, plain text) produces and every
 * writer consumes. Pure data: no database ids, no file handles.
 */

/** 1-based, inclusive line numbers in the source text as it was given (after line-ending folding). */
export interface SourceRange {
  start: number
  end: number
}

interface ElementBase {
  range: SourceRange
}

/** One `Key: value` entry of the title page. A value may span several lines. */
export interface TitlePageEntry extends ElementBase {
  type: 'title-page-entry'
  key: string
  values: string[]
}

export type InteriorExterior = 'INT' | 'EXT' | 'INT/EXT' | 'EST' | 'OTHER'

export interface SceneHeading extends ElementBase {
  type: 'scene-heading'
  /** The heading as typed, without the forcing dot and without the scene number. */
  text: string
  /** The text between the # marks, e.g. `12A`; null where none was typed. */
  sceneNumber: string | null
  /** The number stood inside the heading, not at its end where others look for it. Written at the end again. */
  isNumberInside?: true
  forced: boolean
}

export interface Action extends ElementBase {
  type: 'action'
  /** May contain line breaks; Fountain emphasis marks are kept in the text. */
  text: string
  forced: boolean
}

/** A character cue: opens a block of dialogue. */
export interface Character extends ElementBase {
  type: 'character'
  /** The name as typed, without extensions, forcing mark and dual-dialogue caret. */
  name: string
  /** What stood in parentheses behind the name, in order: `V.O.`, `O.S.`, `CONT'D`, `into phone`. */
  extensions: string[]
  /** True on the second cue of a dual-dialogue pair (the one typed with a caret). */
  dual: boolean
  forced: boolean
}

export interface Parenthetical extends ElementBase {
  type: 'parenthetical'
  /** Without the surrounding parentheses. */
  text: string
}

export interface Dialogue extends ElementBase {
  type: 'dialogue'
  text: string
}

export interface Lyrics extends ElementBase {
  type: 'lyrics'
  text: string
}

export interface Transition extends ElementBase {
  type: 'transition'
  text: string
  forced: boolean
}

export interface Centered extends ElementBase {
  type: 'centered'
  text: string
}

export interface PageBreak extends ElementBase {
  type: 'page-break'
}

export interface Section extends ElementBase {
  type: 'section'
  /** 1 for `#`, 2 for `##`, … */
  depth: number
  text: string
}

export interface Synopsis extends ElementBase {
  type: 'synopsis'
  text: string
}

/** A note that stands by itself. Notes inside another element stay in that element's text. */
export interface Note extends ElementBase {
  type: 'note'
  text: string
}

/** Text between slash-star marks: kept so that writing loses nothing, never shown. */
export interface Boneyard extends ElementBase {
  type: 'boneyard'
  text: string
}

export type ScreenplayElement =
  | SceneHeading
  | Action
  | Character
  | Parenthetical
  | Dialogue
  | Lyrics
  | Transition
  | Centered
  | PageBreak
  | Section
  | Synopsis
  | Note
  | Boneyard

export interface Screenplay {
  titlePage: TitlePageEntry[]
  elements: ScreenplayElement[]
}

/* ------------------------------------------------------------------ breakdown */

/** One cue and what is said under it: what the database stores as a dialogue line. */
export interface BreakdownLine {
  /** The speaker's canonical name (see {@link BreakdownCharacter}); of several the first, of a group its word (ALL). */
  character: string
  /** Canonical names of all who speak it: two for NORA AND BEN, nobody for ALL. */
  speakers: string[]
  /** The cue as typed, without notes and emphasis: `MARA (V.O.) (CONT'D)`. */
  cue: string
  extensions: string[]
  /** All parentheticals of the block, joined by `; `. Empty where there are none. */
  parenthetical: string
  /** A spoken text, emphasis marks and notes removed, lines joined by a space or a line break. */
  text: string
  isDual: boolean
  isLyrics: boolean
  range: SourceRange
  /** Estimated length when spoken, in seconds. */
  durationSeconds: number
}

/** What happens in a scene in the order of the page: beats of action and indices into `lines`. */
export type SceneBeat =
  | { type: 'action'; text: string; range: SourceRange }
  | { type: 'line'; lineIndex: number }
  | { type: 'transition'; text: string; range: SourceRange }

export interface BreakdownScene {
  /** Unique within the script: as typed, else generated (`1`, `2`, … or, beside typed ones, `10A`) without collisions. */
  sceneNumber: string
  /** False for a generated number: it shifts when a scene is added, so it says nothing about identity. */
  hasTypedNumber: boolean
  heading: string
  interiorExterior: InteriorExterior
  /** The place without prefix and time of day, as typed: `MARA'S FLAT - KITCHEN`. */
  location: string
  /** As typed, upper case: DAY, NIGHT, LATER, CONTINUOUS, …; null where none was typed. */
  timeOfDay: string | null
  /** What stands beside the time and is none: FLASHBACK, PRESENT, RAIN. As typed, upper case. */
  timeModifiers: string[]
  /** An OMITTED scene: it keeps its number and has neither place nor time. */
  isOmitted: boolean
  /** Act and sequence: the titles of the sections that enclose the scene, outermost first. */
  sections: string[]
  synopsis: string
  /** All action text, paragraphs separated by a blank line, emphasis marks removed. */
  action: string
  notes: string[]
  lines: BreakdownLine[]
  beats: SceneBeat[]
  /** Canonical names of who speaks in the scene, in order of first cue. */
  characters: string[]
  /** Length on the page in eighths of a page, at least 1. */
  pageEighths: number
  /** pageEighths / 8 × 60, or the spoken length if that is longer. Seconds. */
  durationSeconds: number
  range: SourceRange
}

export interface BreakdownCharacter {
  /** Canonical upper-case name, NFC, inner spaces folded, without extensions. */
  name: string
  /** The name as people write it: `McAdair`, `Old Man`. */
  displayName: string
  /** Other ways the same person was typed or named: case differences, `AKA`, section-declared aliases. */
  aliases: string[]
  /** Cues in the script. */
  lineCount: number
  /** sceneNumbers in order of first appearance. */
  scenes: string[]
  /** As the introduction gives it: `63`, `40s`, `late fifties`, `child`; null where the script does not say. */
  age: string | null
  /** By pronouns and role words of the script (never by the name alone); null where it does not say. */
  gender: 'female' | 'male' | null
  /** What the introduction says of looks, in a few words; null where it says nothing. */
  looks: string | null
  /** By share of the lines. */
  role: 'protagonist' | 'supporting' | 'minor'
}

export interface BreakdownLocation {
  /** Canonical upper-case name. */
  name: string
  /** The name as people write it, by the rules of the script's language. */
  displayName: string
  interiorExterior: InteriorExterior
  scenes: string[]
}

/** An act, a sequence or whatever the writer made a section of, in the order of the page. */
export interface BreakdownSection {
  title: string
  /** 1 for `#`, 2 for `##`, … */
  depth: number
  /** Titles from the outermost enclosing section down to this one; what `BreakdownScene.sections` holds. */
  path: string[]
  /** Synopses that stand under the section and before its first scene, separated by a line break. */
  synopsis: string
  range: SourceRange
}

/**
 * What stands in the place of a cue and was not taken for a person: CLOSE ON:, LATER, BANG! Its text is in the
 * scene's action. An `@` before it in the script says that it is a person after all.
 */
export interface DoubtfulCue {
  /** As first typed. */
  name: string
  reason: 'marker' | 'shout' | 'sentence' | 'number' | 'too-long'
  /** 1-based lines where it stands. */
  lines: number[]
}

/** Scenes, people and places of a screenplay: what an import writes. */
export interface Breakdown {
  title: string | null
  author: string | null
  /** The language of its headings, else of its text: `en`, `de`, `zh`; `en` where nothing tells. */
  language: string
  /** Sections in the order of the page; flat, nesting is in `depth` and `path`. */
  sections: BreakdownSection[]
  /** Notes that stand before the first scene. */
  notes: string[]
  scenes: BreakdownScene[]
  characters: BreakdownCharacter[]
  locations: BreakdownLocation[]
  /** What a reader of the script may say is a person after all. */
  doubtfulCues: DoubtfulCue[]
  /** The title page as it stands in the script. */
  titlePage: TitlePageEntry[]
  /** Words in headings, action and speech; names on cues and parentheticals do not count. */
  wordCount: number
  /** Whole pages by the length of its scenes, at least 1: an estimate. `paginate` of pages counts those that are printed. */
  pageCount: number
  /** Sum over the scenes. Seconds. */
  durationSeconds: number
  /** What the reader of the script should look at; nothing here keeps it from being used. */
  warnings: ScriptProblem[]
}

/** One thing wrong with a script, where it is and what it means, in plain words. */
export interface ScriptProblem {
  /** 1-based; null where the problem is the whole file. */
  line: number | null
  message: string
}
