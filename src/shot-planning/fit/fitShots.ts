import type { ShotSuggestion } from '@/contracts'
import { alignShots, pairByPlace } from './alignShots'
import type { ScenePage, ShotCover } from './coverageOf'
import { type Describing, ownWords, wordsInNone, wordsShown } from './wordsShown'

/** A shot of a scene as it is when shots are suggested. */
export interface StandingShot extends ShotCover {
  /** Its content is people's: they made or changed it, or approved, locked or drew one of its panels. */
  isKept: boolean
  /** It has somebody in frame who is not in the scene any more. @default false */
  hasLeavers?: boolean
}

/** One shot of a scene as it is to be, in its place. */
export type FittedShot =
  /** Stays as it is; `lineIds` where some of its lines are not on the page any more. */
  | { kind: 'stay'; shotId: string; lineIds?: string[] }
  /** Becomes the suggestion. */
  | { kind: 'change'; shotId: string; suggestion: ShotSuggestion }
  | { kind: 'add'; suggestion: ShotSuggestion }

export interface FittedScene {
  shots: FittedShot[]
  /** Ids of shots that nothing of the page is left for. */
  removed: string[]
  /** What is suggested in the place of a shot that is people's. */
  offered: Array<{ shotId: string; suggestion: ShotSuggestion }>
}

export interface FitArgs {
  /** In order. */
  standing: readonly StandingShot[]
  /** For the whole scene, in order. */
  suggestions: readonly ShotSuggestion[]
  page: ScenePage
  /** The paragraphs of action that shots were suggested from before; null where nobody knows. */
  planned: readonly string[] | null
  /** `missing`: what stands and is still on the page stays. `all`: all that is not people's is made anew. */
  mode: 'missing' | 'all'
}

/**
 * Fits suggestions for a scene in among the shots that it has. What people made, changed or decided stays; every line
 * that the suggestions cover is heard in exactly one shot afterwards, unless people have put it into several. Shots keep
 * their ids where they show the same of the page.
 */
export function fitShots(args: FitArgs): FittedScene {
  const fit = new Fit(args)
  // A scene without shots lacks them all, also those that people took out.
  return args.mode === 'all' || args.standing.length === 0 ? fit.all() : fit.missing()
}

class Fit {
  private readonly lines: Set<string>
  private readonly action: Set<string>
  /** The paragraphs that shots were suggested from; null where nobody knows. */
  private readonly known: Set<string> | null
  /** Of each suggestion, the shot that it is. */
  private pairs: number[]

  constructor(private readonly args: FitArgs) {
    this.lines = new Set(args.page.lineIds)
    this.action = new Set(args.page.action)
    const { planned, standing } = args
    this.known = planned && new Set([...planned, ...standing.flatMap(({ action }) => action)])
    const inWords = <Item extends Describing>(item: Item) => ({ ...item, words: ownWords(item) })
    this.pairs = alignShots(args.standing.map(inWords), args.suggestions.map(covers).map(inWords))
  }

  all(): FittedScene {
    const { standing, suggestions } = this.args
    const paired = new Set(this.pairs)
    const isUnknown = ({ lineIds, action }: StandingShot) => lineIds.length + action.length === 0
    // A shot of people's that says nothing of what it covers stands for what is suggested in its place.
    const isFree = (index: number) =>
      !paired.has(index) && (!this.isKept(index) || isUnknown(standing[index] as StandingShot))
    this.pairs = pairByPlace(this.pairs, standing.length, isFree, () => true)
    const changed = new Set(this.pairs.filter((index) => index >= 0 && !this.isKept(index)))
    const heard = this.heardIn(standing.filter(({ isKept }) => isKept))
    const shownByPeople = new Set(standing.flatMap(({ isKept, action }) => (isKept ? action : [])))
    const added = new Set<number>()
    for (const [j, { lineIds, action = [] }] of suggestions.entries()) {
      const own = this.pairs[j] as number
      // What a person has in its place needs no second one, but for lines that it does not have, and new action.
      const isMore = lineIds.some((id) => !heard.has(id)) || action.some((text) => this.isNew(text))
      if (own < 0 || (this.isKept(own) && isMore)) added.add(j)
    }
    // A person has split what was one suggestion: what all its lines are heard in is there already.
    for (const j of added) {
      const { lineIds, action = [] } = suggestions[j] as ShotSuggestion
      const isHeard = lineIds.length > 0 && lineIds.every((id) => heard.has(id))
      if (isHeard && !action.some((text) => !shownByPeople.has(text))) added.delete(j)
    }
    return this.assembled(changed, added, (index) => !this.isKept(index))
  }

  missing(): FittedScene {
    const { standing, suggestions } = this.args
    const live = standing.map((shot) => ({
      lineIds: shot.lineIds.filter((id) => this.lines.has(id)),
      action: shot.action.filter((text) => this.action.has(text)),
      description: shot.description,
    }))
    const unshown = this.unshown()
    const hasGone = (index: number) => {
      const [shot, left] = [standing[index], live[index]]
      if (!shot || !left) return false
      if (shot.hasLeavers) return true
      return left.lineIds.length < shot.lineIds.length || left.action.length < shot.action.length
    }
    // What no suggestion is for goes with its words: another shot, of people's perhaps, is what is suggested of the rest.
    const paired = new Set(this.pairs)
    const isLeftOver = (index: number) => !this.isKept(index) && !paired.has(index)
    const isGone = (index: number) =>
      hasGone(index) &&
      (isLeftOver(index) || (live[index]?.lineIds.length === 0 && live[index]?.action.length === 0))

    // What is given up by a shot that changes must be in another suggestion that is used: until nothing is left over.
    const added = new Set<number>()
    // Words that are gone leave the description of a shot of ours with them.
    const changed = new Set(this.pairs.filter((index) => index >= 0 && !this.isKept(index) && hasGone(index)))
    for (;;) {
      const stays = live.filter((_, index) => !changed.has(index) && !this.isGoneOfOurs(index, isGone))
      const used = suggestions.filter((_, j) => added.has(j) || changed.has(this.pairs[j] as number))
      const have = new Set([...stays, ...used.map(covers)].flatMap(itemsOf))
      const isGivenUp = (index: number) => changed.has(index) || this.isGoneOfOurs(index, isGone)
      const lost = live.flatMap((each, index) => (isGivenUp(index) ? itemsOf(each) : []))
      const wanted = [...[...this.lines].map(lineItem), ...lost, ...unshown]
      const due = new Set(wanted.filter((item) => !have.has(item)))
      // Of new action every picture that is suggested, as one paragraph may be several.
      const isWanted = (j: number) => {
        const cover = covers(suggestions[j] as ShotSuggestion)
        return itemsOf(cover).some((item) => due.has(item)) || cover.action.some((text) => this.isNew(text))
      }
      this.pairs = pairByPlace(
        this.pairs,
        standing.length,
        (index) => !this.isKept(index) && isGone(index),
        (j) => !added.has(j) && isWanted(j),
      )
      const next = suggestions.findIndex(
        (_, j) => isWanted(j) && !added.has(j) && !changed.has(this.pairs[j] as number),
      )
      if (next < 0) break
      const own = this.pairs[next] as number
      if (own < 0 || this.isKept(own)) added.add(next)
      else changed.add(own)
    }
    return this.assembled(changed, added, (index) => this.isGoneOfOurs(index, isGone), hasGone)
  }

  /** Whether a paragraph is not what any shot was suggested from. */
  private isNew(text: string): boolean {
    return this.known !== null && this.action.has(text) && !this.known.has(text)
  }

  /**
   * The sentences of paragraphs that came back to the page while a shot of people's had kept a part of them: the shots
   * that showed the rest went with the paragraph. Of what is planned, a person may have taken a shot out.
   */
  private unshown(): string[] {
    const { planned, standing } = this.args
    if (planned === null) return []
    const cameBack = [...this.action].filter((text) => !planned.includes(text))
    return cameBack.flatMap((text) => wordsInNone(text, standing).map((words) => wordsItem(text, words)))
  }

  private isGoneOfOurs(index: number, isGone: (index: number) => boolean): boolean {
    return !this.isKept(index) && isGone(index)
  }

  private isKept(index: number): boolean {
    return this.args.standing[index]?.isKept ?? false
  }

  private heardIn(shots: readonly StandingShot[]): Set<string> {
    return new Set(shots.flatMap(({ lineIds }) => lineIds))
  }

  /** Puts all in order: what stands in its own, what is new before what comes after it on the page. */
  private assembled(
    changed: ReadonlySet<number>,
    added: ReadonlySet<number>,
    isSurplus: (index: number) => boolean,
    hasGone: (index: number) => boolean = () => true,
  ): FittedScene {
    const { standing, suggestions } = this.args
    const heard = this.heardIn(standing.filter((_, index) => !changed.has(index) && !isSurplus(index)))
    const withoutHeard = (suggestion: ShotSuggestion): ShotSuggestion => {
      const lineIds = suggestion.lineIds.filter((id) => !heard.has(id))
      for (const id of lineIds) heard.add(id)
      return { ...suggestion, lineIds }
    }
    const scene: FittedScene = { shots: [], removed: [], offered: [] }
    const becomes = new Map<number, ShotSuggestion>()
    const before = new Map<number, ShotSuggestion[]>()
    for (const [j, suggestion] of suggestions.entries()) {
      const own = this.pairs[j] as number
      if (own >= 0 && changed.has(own)) becomes.set(own, withoutHeard(suggestion))
      else if (own >= 0 && !added.has(j) && this.isKept(own) && hasGone(own))
        scene.offered.push({ shotId: (standing[own] as StandingShot).id, suggestion })
      if (!added.has(j)) continue
      // What is people's and lacks a line is followed by the shot that has it.
      const next =
        own >= 0 ? own + 1 : (this.pairs.slice(j + 1).find((index) => index >= 0) ?? standing.length)
      before.set(next, [...(before.get(next) ?? []), withoutHeard(suggestion)])
    }
    const add = (index: number) => {
      for (const suggestion of before.get(index) ?? []) scene.shots.push({ kind: 'add', suggestion })
    }
    for (const [index, shot] of standing.entries()) {
      add(index)
      const suggestion = becomes.get(index)
      if (suggestion) scene.shots.push({ kind: 'change', shotId: shot.id, suggestion })
      else if (isSurplus(index)) scene.removed.push(shot.id)
      else {
        const lineIds = shot.lineIds.filter((id) => this.lines.has(id))
        const isTrimmed = !shot.isKept && lineIds.length < shot.lineIds.length
        scene.shots.push({ kind: 'stay', shotId: shot.id, ...(isTrimmed ? { lineIds } : {}) })
      }
    }
    add(standing.length)
    return scene
  }
}

const covers = ({ lineIds, action = [], description }: ShotSuggestion) => ({ lineIds, action, description })
const lineItem = (id: string) => `line ${id}`
const actionItem = (text: string) => `action ${text}`
const wordsItem = (text: string, words: string) => `words ${words} of ${text}`
/** A paragraph may be shown by several shots: where it can be told, each of its sentences counts by itself. */
const itemsOf = ({ lineIds, action, description }: Describing & { lineIds: readonly string[] }): string[] => [
  ...lineIds.map(lineItem),
  ...action.map(actionItem),
  ...action.flatMap((text) => wordsShown(text, description).map((words) => wordsItem(text, words))),
]
