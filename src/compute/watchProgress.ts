/** Looks at how far a job is, until it is told to stop. */
export interface ProgressWatch {
  /** 0 to 1: the job has come so far. It has as long again from here to the next. */
  tell: (fraction: number) => void
  end: () => void
}

/**
 * Waits for a job's next step, from now on.
 *
 * @param mostMs from the beginning to the first step, and from each to the next
 * @param onStalled called once, with how far it had come
 */
export function watchProgress(mostMs: number, onStalled: (reached: number) => void): ProgressWatch {
  let reached = 0
  const wait = () => setTimeout(() => onStalled(reached), mostMs).unref()
  let timer = wait()
  let isOver = false
  return {
    tell(fraction) {
      reached = fraction
      clearTimeout(timer)
      if (!isOver) timer = wait()
    },
    end() {
      isOver = true
      clearTimeout(timer)
    },
  }
}
