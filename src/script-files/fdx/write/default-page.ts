import type { XmlElement } from '../xml/tree'

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
