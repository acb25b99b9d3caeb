import type { XmlElement } from '../xml/tree'

interface Look {
  style?: string
  /** Inches from the left edge of the paper. */
  left: string
  right: string
  first?: string
  align?: string
  /** Points. */
  before: string
  startsPage?: boolean
  as: string
  next: string
}

/** The standard screenplay of Final Draft. Types that are listed come up in every document. */
const STANDARD: Record<string, Look> = {
  General: { left: '1.50', right: '7.50', before: '0', as: 'General', next: 'General' },
  'Scene Heading': {
    style: 'AllCaps',
    left: '1.50',
    right: '7.50',
    before: '24',
    as: 'Scene Heading',
    next: 'Action',
  },
  Action: { left: '1.50', right: '7.50', before: '12', as: 'Action', next: 'Action' },
  Character: {
    style: 'AllCaps',
    left: '3.50',
    right: '7.25',
    before: '12',
    as: 'Character',
    next: 'Dialogue',
  },
  Parenthetical: {
    left: '3.00',
    right: '5.50',
    first: '-0.10',
    before: '0',
    as: 'Parenthetical',
    next: 'Dialogue',
  },
  Dialogue: { left: '2.50', right: '6.00', before: '0', as: 'Dialogue', next: 'Action' },
  Transition: {
    style: 'AllCaps',
    left: '5.50',
    right: '7.10',
    align: 'Right',
    before: '12',
    as: 'Transition',
    next: 'Scene Heading',
  },
  Shot: { style: 'AllCaps', left: '1.50', right: '7.50', before: '24', as: 'Scene Heading', next: 'Action' },
  'Cast List': { style: 'AllCaps', left: '1.50', right: '7.50', before: '0', as: 'Action', next: 'Action' },
}
const MORE: Record<string, Look> = {
  'New Act': {
    style: 'Underline+AllCaps',
    left: '1.50',
    right: '7.50',
    align: 'Center',
    before: '0',
    as: 'Action',
    next: 'Scene Heading',
  },
  'End of Act': {
    style: 'Underline+AllCaps',
    left: '1.50',
    right: '7.50',
    align: 'Center',
    before: '24',
    as: 'Action',
    next: 'New Act',
  },
  Lyrics: { style: 'Italic', left: '2.50', right: '6.00', before: '0', as: 'Dialogue', next: 'Lyrics' },
  Singing: { style: 'AllCaps', left: '2.50', right: '6.00', before: '0', as: 'Dialogue', next: 'Action' },
  Summary: { left: '1.50', right: '7.50', before: '0', as: 'General', next: 'Action' },
  Note: { left: '1.50', right: '7.50', before: '0', as: 'General', next: 'Action' },
}
const OUTLINE: Look = {
  style: 'Bold',
  left: '1.50',
  right: '7.50',
  before: '24',
  as: 'General',
  next: 'Action',
}

/**
 * Settings of the types of paragraphs that a document has, but for those that it brings with it. A type prints its
 * letters as capitals only where all of them are: a writer who typed McADAIR meant it.
 */
export function elementSettings(
  types: ReadonlySet<string>,
  lowerCase: ReadonlySet<string>,
  kept: readonly XmlElement[],
): XmlElement[] {
  const known = new Set(
    kept.filter(({ name }) => name === 'ElementSettings').map((each) => each.attributes.Type),
  )
  const looks: Array<[string, Look]> = known.size > 0 ? [] : Object.entries(STANDARD)
  for (const type of types) {
    const look = MORE[type] ?? STANDARD[type] ?? (/^Outline \d+$/.test(type) ? OUTLINE : undefined)
    if (look && !known.has(type) && !looks.some(([name]) => name === type)) looks.push([type, look])
  }
  return looks.map(([type, look]) =>
    settingsOf(type, lowerCase.has(type) ? { ...look, style: look.style?.replace(/\+?AllCaps/, '') } : look),
  )
}

const settingsOf = (type: string, look: Look): XmlElement => ({
  name: 'ElementSettings',
  attributes: { Type: type },
  children: [
    fontSpec(look.style ?? ''),
    {
      name: 'ParagraphSpec',
      attributes: {
        Alignment: look.align ?? 'Left',
        FirstIndent: look.first ?? '0.00',
        Leading: 'Regular',
        LeftIndent: look.left,
        RightIndent: look.right,
        SpaceBefore: look.before,
        Spacing: '1',
        StartsNewPage: look.startsPage ? 'Yes' : 'No',
      },
      children: [],
    },
    {
      name: 'Behavior',
      attributes: { PaginateAs: look.as, ReturnKey: look.next, Shortcut: shortcutOf(type) },
      children: [],
    },
  ],
})

const shortcutOf = (type: string): string => String(Math.max(0, Object.keys(STANDARD).indexOf(type)))

export const fontSpec = (style: string): XmlElement => ({
  name: 'FontSpec',
  attributes: {
    AdornmentStyle: '0',
    Background: '#FFFFFFFFFFFF',
    Color: '#000000000000',
    Font: 'Courier Final Draft',
    RevisionID: '0',
    Size: '12',
    Style: style,
  },
  children: [],
})

export const pageLayout = (): XmlElement => ({
  name: 'PageLayout',
  attributes: {
    BackgroundColor: '#FFFFFFFFFFFF',
    BottomMargin: '72',
    BreakDialogueAndActionAtSentences: 'Yes',
    DocumentLeading: 'Normal',
    FooterMargin: '36',
    ForegroundColor: '#000000000000',
    HeaderMargin: '36',
    InvisiblesColor: '#808080808080',
    TopMargin: '72',
    UsesSmartQuotes: 'No',
  },
  children: [],
})

/** The page number at the top right, from the second page on. */
export const headerAndFooter = (): XmlElement => ({
  name: 'HeaderAndFooter',
  attributes: {
    FooterFirstPage: 'Yes',
    FooterVisible: 'No',
    HeaderFirstPage: 'No',
    HeaderVisible: 'Yes',
    StartingPage: '1',
  },
  children: [
    {
      name: 'Header',
      attributes: {},
      children: [
        {
          name: 'Paragraph',
          attributes: {
            Alignment: 'Right',
            LeftIndent: '1.25',
            RightIndent: '-1.25',
            SpaceBefore: '0',
            Spacing: '1',
          },
          children: [
            { name: 'DynamicLabel', attributes: { Type: 'Page #' }, children: [] },
            { name: 'Text', attributes: {}, children: ['.'] },
          ],
        },
      ],
    },
    {
      name: 'Footer',
      attributes: {},
      children: [{ name: 'Paragraph', attributes: { Alignment: 'Right' }, children: [] }],
    },
  ],
})

export const moresAndContinueds = (): XmlElement => ({
  name: 'MoresAndContinueds',
  attributes: {},
  children: [
    fontSpec(''),
    {
      name: 'DialogueBreaks',
      attributes: {
        AutomaticCharacterContinueds: 'Yes',
        BottomOfPage: 'Yes',
        DialogueBottom: '(MORE)',
        DialogueTop: "(CONT'D)",
        TopOfNext: 'Yes',
      },
      children: [],
    },
    {
      name: 'SceneBreaks',
      attributes: {
        ContinuedNumber: 'No',
        SceneBottom: '(CONTINUED)',
        SceneBottomOfPage: 'No',
        SceneTop: 'CONTINUED:',
        SceneTopOfNext: 'No',
      },
      children: [],
    },
  ],
})

export const sceneNumberOptions = (isShown: boolean): XmlElement => ({
  name: 'SceneNumberOptions',
  attributes: {
    LeftLocation: '0.75',
    RightLocation: '7.38',
    ShowNumbersOnLeft: isShown ? 'Yes' : 'No',
    ShowNumbersOnRight: isShown ? 'Yes' : 'No',
  },
  children: [fontSpec('')],
})
