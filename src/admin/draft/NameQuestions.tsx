'use client'

import type { RenamedCharacter, RenamedLocation } from '@/contracts'

type Question = RenamedCharacter | RenamedLocation

const keyOf = ({ old, new: next }: Question): string => `${old.id}\n${next}`

/** Answers by {@link keyOf}: what was said to be the same. */
export type SameAnswers = ReadonlySet<string>

/** As `apply` takes them. */
export const pairsOf = (questions: Question[], same: SameAnswers): Array<[string, string]> =>
  questions.filter((question) => same.has(keyOf(question))).map(({ old, new: next }) => [old.id, next])

/** Those about somebody who is called by an earlier name again. */
export const knownAmong = (questions: RenamedCharacter[], isKnown: boolean): RenamedCharacter[] =>
  questions.filter((question) => question.isKnown === isKnown)

/** Where one name goes and one comes, with the same lines: the rest is for a person to say. */
export const likelyOf = (questions: Question[]): Set<string> =>
  new Set(
    questions
      .filter(
        ({ old, new: next }) =>
          questions.filter((other) => other.old.id === old.id || other.new === next).length === 1,
      )
      .map(keyOf),
  )

/** Ticked, or not any more. A new name is one's alone: who had it before in an answer has it no longer. */
function answer(questions: Question[], same: SameAnswers, question: Question): Set<string> {
  const next = new Set(same)
  if (next.delete(keyOf(question))) return next
  for (const other of questions) if (other.new === question.new) next.delete(keyOf(other))
  return next.add(keyOf(question))
}

/** People or places that seem to have a new name: only a person can say. */
export function NameQuestions({
  legend,
  note,
  questions,
  same,
  onChange,
}: {
  legend: string
  /** What ticking means. */
  note: string
  questions: Question[]
  same: SameAnswers
  onChange: (same: Set<string>) => void
}) {
  if (questions.length === 0) return null
  return (
    <fieldset className="sr-names">
      <legend>{legend}</legend>
      {questions.map((question) => (
        <label key={keyOf(question)}>
          <input
            type="checkbox"
            checked={same.has(keyOf(question))}
            onChange={() => onChange(answer(questions, same, question))}
          />
          <span>{question.question}</span>
        </label>
      ))}
      <p className="sr-muted">{note}</p>
    </fieldset>
  )
}
