interface Entry<Value> {
  value: Value
  weight: number
}

/**
 * Keeps what was computed last, up to a weight of all together; what was not asked for longest goes first. Where
 * nothing was asked for a while, everything goes: a server at rest has its memory back.
 */
export class BoundedCache<Value> {
  readonly #entries = new Map<string, Entry<Value>>()
  #weight = 0
  #timer: NodeJS.Timeout | undefined

  constructor(private readonly limits: { maxWeight: number; idleMs: number }) {}

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    this.#wake()
    return entry.value
  }

  /** What weighs more than all may together is not kept. */
  set(key: string, value: Value, weight: number): void {
    this.#remove(key)
    if (weight > this.limits.maxWeight) return
    this.#entries.set(key, { value, weight })
    this.#weight += weight
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.limits.maxWeight) break
      this.#remove(oldest)
    }
    this.#wake()
  }

  clear(): void {
    this.#entries.clear()
    this.#weight = 0
    clearTimeout(this.#timer)
  }

  #remove(key: string): void {
    this.#weight -= this.#entries.get(key)?.weight ?? 0
    this.#entries.delete(key)
  }

  #wake(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.clear(), this.limits.idleMs)
    this.#timer.unref()
  }
}
