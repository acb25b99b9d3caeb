import type { SceneGroups } from './diff-groups'

/** What {@link diffScenes} needs to know of a scene. Give `text` where there is one: similarity needs it. */
export interface DiffableScene {
  /** Whatever the caller knows the scene by, e.g. its id. Not looked at. */
  key: string
  sceneNumber: string
  heading: string
  /** Equal hashes mean equal content. Used for equality where both sides have one. */
  contentHash?: string
  /** Action and speech: what similarity is counted in. */
  text?: string
  /**
   * True where the writer typed the number. Where it is not given, numbers are trusted unless one of the
   * lists simply runs 1, 2, 3, …: those may have been generated, and then shift with every new scene.
   */
  hasTypedNumber?: boolean
}

export type SceneStatus = 'added' | 'removed' | 'moved' | 'changed' | 'unchanged'

export type SceneDiffEntry<Old extends DiffableScene, New extends DiffableScene> =
  | { status: 'added'; old: null; new: New; oldIndex: null; newIndex: number }
  | { status: 'removed'; old: Old; new: null; oldIndex: number; newIndex: null }
  | {
      /** `changed` where heading or content differ, also if the scene moved too; see the flags. */
      status: 'moved' | 'changed' | 'unchanged'
      old: Old
      new: New
      oldIndex: number
      newIndex: number
      isMoved: boolean
      isHeadingChanged: boolean
      isContentChanged: boolean
      isNumberChanged: boolean
    }

export interface SceneDiff<Old extends DiffableScene, New extends DiffableScene> {
  /** Every scene of both lists once, in the new order; a removed one stands where it was before. */
  entries: SceneDiffEntry<Old, New>[]
  counts: Record<SceneStatus, number>
  /** Scenes that were split or joined: who has a partner above, and who went along with whom. */
  groups: SceneGroups
}
