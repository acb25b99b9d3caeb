import { MAX_FILM_SECONDS } from '@/contracts'
import { ShowrunnerError } from '@/errors'

/** A film that is longer than any: its shots say how long they are, which somebody can mend. */
export class FilmTooLong extends ShowrunnerError {
  readonly isRetryable = false

  constructor(seconds: number) {
    super(
      'film-too-long',
      `All shots together take ${Math.round(seconds / 3600).toLocaleString('en')} hours; an animatic has at most ${MAX_FILM_SECONDS / 3600}. Shorten the longest shots.`,
      409,
      { seconds, maxSeconds: MAX_FILM_SECONDS },
    )
  }
}

/** @throws {FilmTooLong} before anything is rendered: it would fill the disk. */
export function assertFilmLength(shots: ReadonlyArray<{ durationSeconds: number }>): void {
  const seconds = shots.reduce((sum, { durationSeconds }) => sum + Math.max(0, durationSeconds), 0)
  if (seconds > MAX_FILM_SECONDS) throw new FilmTooLong(seconds)
}
