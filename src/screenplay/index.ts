export { breakdown } from './breakdown'
export { isCastHeading } from './cast-list'
export { type ComposedDraft, composeDifference, FRONT, withGroups } from './compose-difference'
export { isGroup, isMarkerLine, isShouted, MAX_NAME_LENGTH } from './cue-kinds'
export { diffInSteps, diffScenes } from './diff'
export { inOrder } from './diff-order'
export type { DiffableScene, SceneDiff, SceneDiffEntry, SceneStatus } from './diff-types'
export { type ExtensionMeaning, extensionMeaning } from './extensions'
export { isBareTransition, isOpening, looksLikeTransition } from './fountain/line-kinds'
export { parseFountain } from './fountain/parse'
export { notesIn, plainText, stripEmphasis, stripSpans } from './fountain/plain-text'
export { portableFountain } from './fountain/portable'
export { sameScreenplay } from './fountain/same-screenplay'
export { type StyledRun, styledLines } from './fountain/styled-text'
export { writeFountain } from './fountain/write'
export { readPrefix } from './heading-prefix'
export type { DayTime, TitleRole } from './languages/Language'
export { listProblems } from './list-problems'
export { type MovedOfRow, type MovedPassage, movedPassages, textOfRow } from './moved-passages'
export { canonicalName, canonicalSpeaker, cueName, displayName, splitSpeaker } from './names'
export { pushTo } from './push-to'
export { readStored, type StoredScript } from './read-stored'
export { type RenamedScript, renameInScript } from './rename-in-script'
export { type NameChange, renameWords, renaming, saying, saysName } from './rename-words'
export { type RenamedSpeaker, renamedSpeakers } from './renamed-speakers'
export { ScriptError } from './ScriptError'
export { saysTheSame } from './says-the-same'
export { isOmittedText, parseHeading } from './scene-heading'
export { MAX_SCENE_NUMBER_LENGTH, withSuffix } from './scene-numbers'
export {
  type ComposedScript,
  composeScript,
  type ScriptBlock,
  type ScriptBlocks,
  scriptBlocks,
} from './script-blocks'
export {
  compareScripts,
  type DifferenceFlags,
  type DifferenceRow,
  type DifferenceStatus,
  diffableText,
  type OwnScene,
  type ScriptDifference,
} from './script-difference'
export { MAX_CUES_OF_SCENE, refuseTooLong, refuseTooManyLines } from './script-size'
export { isFileMark, type RemappedMarks, remapMarks, type SourceMark } from './source-marks'
export { atOnce, eachInSteps, type Steps } from './steps'
export { dayTimeOf } from './time-of-day'
export { standardTitleKey, standardTitlePage, titleRole } from './title-roles'
export {
  isContactLine,
  isDraftLine,
  isRightsLine,
  isSourceLine,
  readCredit,
  type TitleCredit,
  withoutRightsWord,
} from './title-signs'
export type * from './types'
export { usualTimes } from './usual-times'
