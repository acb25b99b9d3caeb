/**
 * What a heading's time means, whatever language it was typed in. The last four say when without saying what
 * the light is.
 */
export type DayTime =
  | 'dawn'
  | 'morning'
  | 'day'
  | 'noon'
  | 'afternoon'
  | 'dusk'
  | 'evening'
  | 'night'
  | 'midnight'
  | 'continuous'
  | 'later'
  | 'earlier'
  | 'same'

/** What an entry of a title page is, in whatever language its key was typed. */
export type TitleRole =
  | 'title'
  | 'credit'
  | 'author'
  | 'source'
  | 'date'
  | 'contact'
  | 'copyright'
  | 'notes'
  | 'other'

/** Phrases parted by commas, upper case. Accents may be left out in scripts, so both ways are one entry. */
export type Phrases = string

/**
 * The words of screenplays in one language: data alone, the code that reads scripts knows no language. All
 * tables are read at once, because scripts mix languages (`INT. KÜCHE - NACHT`, `MARA (V.O.)`).
 */
export interface Language {
  /** BCP 47: `de`. */
  code: string
  /** In English. */
  name: string
  /**
   * How headings begin. The form says what has to follow: `INN.` an abbreviation, only with its dot (or joined
   * to another: `INN/AUSS`); `INT(.)` one whose dot may be missing; `I/` a letter that only counts beside a
   * slash; `INNEN` a word, which needs a mark behind it (`INNEN. KÜCHE`) or a time at the end (`INNEN KÜCHE - TAG`).
   */
  headings: { interior?: Phrases; exterior?: Phrases; both?: Phrases; establishing?: Phrases }
  /**
   * Letters by which productions shorten side and time before a place, `A/T HAFEN`: read only behind a scene's number.
   */
  shortHeadings?: { interior: Phrases; exterior: Phrases; times: Partial<Record<DayTime, Phrases>> }
  /** Words before a scene's number, without a dot: `BILD 5`, `SÉQ. 3`, `S#1`. */
  sceneWords: Phrases
  /** Words behind a place that are only there interior and exterior: `教室・中`. */
  sidesBehind?: { interior: Phrases; exterior: Phrases }
  /** Words and whole phrases. */
  times: Partial<Record<DayTime, Phrases>>
  /** Times that are something else in other languages (Czech DEN): read only where the script is in this one. */
  ambiguousTimes?: Phrases
  /** Single words that may stand in one phrase with a time: EARLY, THE, NEXT, FRÜHER, RAINY. */
  besideTime: Phrases
  /** What stands beside time and place and is neither: FLASHBACK, DREAM, RAIN. */
  modifiers: Phrases
  /** What stands in parentheses behind a name, or without them where it cannot be a name (dots, two words). */
  extensions: { voiceOver?: Phrases; offScreen?: Phrases; continued?: Phrases; more?: Phrases }
  /** Extensions that are typed directly behind a name, with nothing between (林晓OS, 太郎N): no name ends in them. */
  gluedExtensions?: Phrases
  /** Without the mark at the end. */
  transitions: Phrases
  /** Openings of a script or a scene, which look like transitions and stand at the left. */
  openings?: Phrases
  /** Keys of the title page, by what they are on paper. */
  titlePage: Record<Exclude<TitleRole, 'other' | 'credit'>, Phrases> & { credit?: Phrases; others: Phrases }
  /**
   * What lines of a title page say that have no key. `credits` stand before a name or over it (SCREENPLAY BY,
   * DREHBUCH), `by` is the word before a name whatever stands before it (A FILM BY), `of` one that means it only at the
   * end of a line or of a credit (UN FILM DE); where a language has neither, the name follows the credit itself; `basedOn` begins a source, `drafts` and `months` are words of a draft's
   * date, `contact` of an address, `rights` of whose it is.
   */
  titleLines: {
    credits: Phrases
    by?: Phrases
    of?: Phrases
    basedOn: Phrases
    drafts: Phrases
    months?: Phrases
    contact: Phrases
    rights: Phrases
  }
  /** A list of who is in the script: how it is headed, and the words in it that say what somebody is and how old. */
  castList: { headings: Phrases; female: Phrases; male: Phrases; years: Phrases }
  /** Cues for many at once who are nobody in particular: ALL, BOTH. */
  groups: Phrases
  /** Single words that join two names: AND. */
  and: Phrases
  /** What stands in the place of a cue and is no person: `alone` is the whole, the others how it begins or ends. */
  markers: { alone?: Phrases; begins?: Phrases; ends?: Phrases }
  /** A scene that was taken out and left its number. */
  omitted?: Phrases
  /** The most common words of running text, by which a script is recognised whose headings tell nothing. */
  common: Phrases
}
