'use client'

import type { BoardScene, BoardShot } from '@/contracts'
import { plural } from '../lib/format'

const EXCERPT = 160

const excerpt = (text: string): string => (text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text)

/** The names of those whom a shot has in frame and who are not in its scene. */
export function strangersOf(shot: BoardShot, { coverage }: BoardScene): string[] {
  const ids = coverage.shotsWithPeopleGone.find(({ shotId }) => shotId === shot.id)?.characterIds ?? []
  return shot.characters.flatMap(({ id, name }) => (ids.includes(id) ? name : []))
}

/** The scene that a shot goes to, as its words are there now. */
export const goalOf = (shotId: string, { coverage }: BoardScene) =>
  coverage.shotsLeaving.find((each) => each.shotId === shotId)

/** What parts one shot from its page and its picture from what it was drawn of, and the way to say that it is right. */
export function ShotOutOfDate({
  scene,
  shot,
  isBusy,
  canWrite,
  onConfirm,
}: {
  scene: BoardScene
  shot: BoardShot
  isBusy: boolean
  canWrite: boolean
  onConfirm: () => void
}) {
  const gone = scene.coverage.shotsWithWordsGone.find(({ shotId }) => shotId === shot.id)
  const isStale = Boolean(shot.panel?.isStale)
  const strangers = strangersOf(shot, scene)
  const goal = goalOf(shot.id, scene)
  if (!gone && !isStale && !goal && strangers.length === 0) return null
  return (
    <section
      className={`sr-detail__out-of-date${goal ? ' sr-detail__out-of-date--moving' : ''}`}
      aria-label={goal ? 'Comes along' : 'Out of date'}
    >
      {goal && (
        <p>
          Its words are in scene {goal.sceneNumber} now. Update all takes it there, with its panels and what
          was decided on them.
        </p>
      )}
      {gone && gone.action.length > 0 && (
        <>
          <p>
            {gone.isSaidStill
              ? 'Its paragraph changed. What it shows is there still; it was made of:'
              : 'It was made of what is not in this scene any more:'}
          </p>
          {gone.action.map((text) => (
            <blockquote key={text}>{excerpt(text)}</blockquote>
          ))}
        </>
      )}
      {gone && gone.lines > 0 && (
        <p>
          {plural(gone.lines, 'line')} of it {gone.lines === 1 ? 'is' : 'are'} not in this scene any more.
        </p>
      )}
      {strangers.length > 0 && <p>It shows {strangers.join(', ')}, who is not in this scene.</p>}
      {isStale && (
        <p>
          Its picture is out of date. {shot.panel?.staleReason ?? 'What it was made from has changed since.'}
        </p>
      )}
      {/* Where it goes is where it is looked at: said to be right here, it would stay here without its words. */}
      {canWrite && !goal && (
        <button
          type="button"
          className="sr-button"
          disabled={isBusy}
          title="Leaves shot and picture as they are, and takes the marks away."
          onClick={onConfirm}
        >
          It is right as it is
        </button>
      )}
    </section>
  )
}
