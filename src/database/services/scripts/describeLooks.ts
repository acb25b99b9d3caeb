import type { Breakdown } from '@/screenplay'

type Told = Pick<Breakdown['characters'][number], 'age' | 'gender' | 'looks'>

/** A first description of somebody's looks, for a person to go on with; null where the script says nothing. */
export function describeLooks({ age, gender, looks }: Told): string | null {
  // An age that nobody tells is none, and no child's: `Number(null)` would be 0.
  const isChild = age === 'child' || (age !== null && age.trim() !== '' && Number(age) < 13)
  const kind =
    gender === 'female' ? (isChild ? 'girl' : 'woman') : gender === 'male' ? (isChild ? 'boy' : 'man') : null
  const said = [kind, looks].filter(Boolean).join(', ')
  return said ? `${said.slice(0, 1).toUpperCase()}${said.slice(1)}.` : null
}
