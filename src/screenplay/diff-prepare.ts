import type { DiffableScene } from './diff-types'
import { canonicalName } from './names'
import { parseHeading } from './scene-heading'
import { eachInSteps, type Steps } from './steps'

/** A scene as the matching steps see it. */
export interface PreparedScene {
  number: string
  heading: string
  readonly location: string
  /** Equal strings mean equal content. */
  content: string
  /** Distinct words, lower case; empty where only a hash was given. */
  readonly words: ReadonlySet<string>
  isNumberTrusted: boolean
}

/** Both scripts and the pairs found so far; -1 where there is none yet. */
export interface Sides {
  old: readonly PreparedScene[]
  new: readonly PreparedScene[]
  oldToNew: number[]
  newToOld: number[]
}

export function* prepare(
  oldScenes: readonly DiffableScene[],
  newScenes: readonly DiffableScene[],
): Steps<Sides> {
  const mayTrust = !isPlainSequence(oldScenes) && !isPlainSequence(newScenes)
  // A hash only says something where the other side has hashes, too.
  const useHash = [...oldScenes, ...newScenes].every(({ contentHash }) => contentHash !== undefined)
  const prepared = (scene: DiffableScene) => prepareScene(scene, mayTrust, useHash)
  return {
    old: yield* eachInSteps(oldScenes, prepared),
    new: yield* eachInSteps(newScenes, prepared),
    oldToNew: new Array<number>(oldScenes.length).fill(-1),
    newToOld: new Array<number>(newScenes.length).fill(-1),
  }
}

export function pair(sides: Sides, oldIndex: number, newIndex: number): void {
  sides.oldToNew[oldIndex] = newIndex
  sides.newToOld[newIndex] = oldIndex
}

function prepareScene(scene: DiffableScene, mayTrust: boolean, useHash: boolean): PreparedScene {
  const text = (scene.text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
  // Of scenes that nobody touched, which are most of them, neither is ever asked for.
  let location: string | undefined
  let words: ReadonlySet<string> | undefined
  return {
    number: scene.sceneNumber.trim(),
    heading: canonicalName(scene.heading),
    content: useHash ? (scene.contentHash as string) : text || (scene.contentHash ?? ''),
    isNumberTrusted: scene.hasTypedNumber ?? mayTrust,
    get location() {
      location ??= canonicalName(parseHeading(scene.heading).location)
      return location
    },
    get words() {
      words ??= new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
      return words
    },
  }
}

function isPlainSequence(scenes: readonly DiffableScene[]): boolean {
  return scenes.every(({ sceneNumber }, index) => sceneNumber === String(index + 1))
}
