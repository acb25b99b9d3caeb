import { random } from '@/lib/random.testing'

/** A repeatable chooser: the same seed makes the same choices. */
export class Dice {
  private readonly next: () => number

  constructor(seed: number) {
    this.next = random(seed)
  }

  chance = (share: number): boolean => this.next() < share

  /** From 0, below `end`. */
  below = (end: number): number => Math.floor(this.next() * end)

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item
  }

  /** Up to `most` of them, in any order, also several times. */
  some<Item>(items: readonly Item[], most: number): Item[] {
    return Array.from({ length: items.length > 0 ? this.below(most + 1) : 0 }, () => this.pick(items))
  }
}
