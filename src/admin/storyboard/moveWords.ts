/** What of a shot is needed to speak of it. */
interface Named {
  id: string
  shotNumber: string
}

type Id = string | number

/** The order after the shot at one place was put to another. */
export function movedTo<Item>(items: Item[], from: number, to: number): Item[] {
  const order = [...items]
  const [moved] = order.splice(from, 1)
  if (moved !== undefined) order.splice(to, 0, moved)
  return order
}

/** Where a shot stands in an order: `before shot 2`, `last, after shot 5`. */
function placeIn(order: Named[], id: Id): string {
  const index = order.findIndex((shot) => shot.id === id)
  const next = order[index + 1]
  const before = order[index - 1]
  if (next) return `before shot ${next.shotNumber}`
  return before ? `last, after shot ${before.shotNumber}` : 'the only one'
}

/** What screen readers say while a shot is moved, by the numbers that people call shots by. */
export function moveWords(shots: Named[]) {
  const indexOf = (id: Id) => shots.findIndex((shot) => shot.id === id)
  const nameOf = (id: Id) => `Shot ${shots[indexOf(id)]?.shotNumber ?? ''}`.trim()
  const placeOver = (active: Id, over: Id) => placeIn(movedTo(shots, indexOf(active), indexOf(over)), active)
  return {
    pickedUp: (active: Id) => `${nameOf(active)} is picked up. It is ${placeIn(shots, active)}.`,
    over: (active: Id, over: Id) =>
      active === over
        ? `${nameOf(active)} is where it was.`
        : `${nameOf(active)} would be ${placeOver(active, over)}.`,
    dropped: (active: Id, over: Id | undefined) =>
      over === undefined || active === over
        ? `${nameOf(active)} stays where it was.`
        : `${nameOf(active)} is now ${placeOver(active, over)}.`,
    cancelled: (active: Id) => `${nameOf(active)} is back where it was.`,
  }
}
