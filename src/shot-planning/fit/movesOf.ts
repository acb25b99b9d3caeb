import type { ScenePage, ShotCover } from './coverageOf'
import type { StandingShot } from './fitShots'

/** A scene of an episode, with its shots as they stand. */
export interface SceneWithShots {
  id: string
  /** Null of one that is in the trash: nothing of it is in the script, and nothing moves there. */
  page: ScenePage | null
  /** In order. */
  shots: readonly StandingShot[]
  /** The paragraphs of action that its shots were suggested from; null where nobody knows. */
  planned: readonly string[] | null
}

export interface ShotMove {
  shotId: string
  sceneId: string
  /** Of its lines there. */
  lineIds: string[]
}

/**
 * Shots whose words have all left their scene, and are all new in one other scene of the episode: a scene was split in
 * two, two became one, or paragraphs were cut and pasted. A line is new where no shot hears it, a paragraph where no
 * shot shows it. Only whole shots move: of one whose words are in two scenes now, only people can say where it belongs.
 * What people made of a scene that is in the trash, and that shows none of its words, goes where its neighbour goes.
 *
 * @param scenes in order, those in the trash, too
 * @param saidIn what a line says and who says it, by its id; the same for the same words of the same speaker. Also of
 *   lines that no scene has any more
 */
export function movesOf(
  scenes: readonly SceneWithShots[],
  saidIn: (lineId: string) => string | undefined,
): ShotMove[] {
  const heard = new Set(scenes.flatMap(({ shots }) => shots.flatMap(({ lineIds }) => lineIds)))
  const rooms = scenes.flatMap(({ id, page, shots, planned }) => {
    if (!page) return []
    const shown = new Set([...(planned ?? []), ...shots.flatMap(({ action }) => action)])
    return [
      {
        id,
        lines: page.lineIds.filter((line) => !heard.has(line)),
        action: new Set(page.action.filter((text) => !shown.has(text))),
      },
    ]
  })
  const likely = roomsOf(rooms, saidIn)
  const moves: ShotMove[] = []
  for (const scene of scenes) {
    const lines = new Set(scene.page?.lineIds)
    const action = new Set(scene.page?.action)
    for (const shot of scene.shots) {
      if (shot.lineIds.length + shot.action.length === 0) continue
      if (shot.lineIds.some((id) => lines.has(id)) || shot.action.some((text) => action.has(text))) continue
      for (const room of likely(shot)) {
        if (room.id === scene.id || !shot.action.every((text) => room.action.has(text))) continue
        const found = sameLines(shot.lineIds, room.lines, saidIn)
        if (!found) continue
        room.lines = room.lines.filter((id) => !found.includes(id))
        moves.push({ shotId: shot.id, sceneId: room.id, lineIds: found })
        break
      }
    }
  }
  return [...moves, ...scenes.flatMap((scene) => (scene.page ? [] : followers(scene, moves)))]
}

interface Room {
  id: string
  /** Of new lines. */
  lines: string[]
  action: ReadonlySet<string>
}

/** Of all rooms those that have the first of what a shot covers, in order: most of a season's have nothing of it. */
function roomsOf(
  rooms: readonly Room[],
  saidIn: (lineId: string) => string | undefined,
): (shot: Pick<ShotCover, 'lineIds' | 'action'>) => readonly Room[] {
  const showing = new Map<string | undefined, Room[]>()
  const saying = new Map<string | undefined, Room[]>()
  const note = (index: Map<string | undefined, Room[]>, key: string | undefined, room: Room) => {
    // What nobody knows the words of says the same as nothing.
    if (key === undefined) return
    const known = index.get(key) ?? []
    index.set(key, known)
    if (known.at(-1) !== room) known.push(room)
  }
  for (const room of rooms) {
    for (const text of room.action) note(showing, text, room)
    for (const line of room.lines) note(saying, saidIn(line), room)
  }
  const saidOf = (line: string | undefined) => (line === undefined ? undefined : saidIn(line))
  return ({ lineIds: [line], action: [text] }) =>
    (text !== undefined ? showing.get(text) : saying.get(saidOf(line))) ?? []
}

/** Of a scene in the trash, shots of people's that show nothing of a page: each goes with the next that moves, else the one before. */
function followers({ shots }: SceneWithShots, moves: readonly ShotMove[]): ShotMove[] {
  const goalOf = new Map(moves.map(({ shotId, sceneId }) => [shotId, sceneId]))
  const goals = shots.map(({ id }) => goalOf.get(id))
  return shots.flatMap(({ id, isKept, lineIds, action }, index) => {
    if (!isKept || lineIds.length + action.length > 0) return []
    const sceneId =
      goals.slice(index).find((goal) => goal !== undefined) ??
      goals.slice(0, index).findLast((goal) => goal !== undefined)
    return sceneId === undefined ? [] : [{ shotId: id, sceneId, lineIds: [] }]
  })
}

/** For each line one of `free` that says the same, each once; null where one has none. */
function sameLines(
  lineIds: readonly string[],
  free: readonly string[],
  saidIn: (lineId: string) => string | undefined,
): string[] | null {
  const left = [...free]
  const found: string[] = []
  for (const id of lineIds) {
    const said = saidIn(id)
    const at = said === undefined ? -1 : left.findIndex((each) => saidIn(each) === said)
    if (at < 0) return null
    found.push(...left.splice(at, 1))
  }
  return found
}

/**
 * Where shots that came into a scene stand among those that it has: by the first of what they cover on its page. What
 * stands keeps its order.
 *
 * @param came in the order that they had; one that covers nothing stays with its neighbour
 * @param positions of what is on the page, by line id or paragraph
 * @returns all in order
 */
export function placedAmong<Shot extends Pick<ShotCover, 'lineIds' | 'action'>>(
  standing: readonly Shot[],
  came: readonly Shot[],
  positions: ReadonlyMap<string, number>,
): Shot[] {
  const own = ({ lineIds, action }: Shot): number =>
    Math.min(...[...lineIds, ...action].map((item) => positions.get(item) ?? Number.POSITIVE_INFINITY))
  const places = came.map(own)
  const placeOf = new Map(standing.map((shot) => [shot, own(shot)]))
  for (const [index, shot] of came.entries())
    placeOf.set(
      shot,
      places.slice(index).find(Number.isFinite) ??
        places.findLast(Number.isFinite) ??
        Number.POSITIVE_INFINITY,
    )
  const place = (shot: Shot) => placeOf.get(shot) as number
  const result = [...standing]
  // Those that show the same keep their order, as each goes behind what stands at its place.
  for (const shot of [...came].sort((a, b) => place(a) - place(b))) {
    const before = result.findLastIndex((each) => place(each) <= place(shot) && Number.isFinite(place(each)))
    const after = result.findIndex((each) => place(each) > place(shot) && Number.isFinite(place(each)))
    result.splice(before >= 0 ? before + 1 : after >= 0 ? after : result.length, 0, shot)
  }
  return result
}
