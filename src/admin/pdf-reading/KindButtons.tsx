'use client'

import { isIgnored, LINE_KIND_LABELS, type LineKind, SCRIPT_LINE_KINDS } from '@/script-files/printed/kinds'

/** A letter beside the digit, where the kind's own is free. */
const LETTERS: Partial<Record<LineKind, string>> = {
  heading: 'H',
  action: 'A',
  character: 'C',
  dialogue: 'D',
  transition: 'T',
}

/** What a key sets a line to; null for a key that sets no kind. */
export function kindOfKey(key: string): LineKind | null {
  const digit = /^[1-8]$/.test(key) ? SCRIPT_LINE_KINDS[Number(key) - 1] : undefined
  const letter = Object.entries(LETTERS).find(([, each]) => each.toLowerCase() === key.toLowerCase())?.[0]
  return digit ?? (letter as LineKind | undefined) ?? (key.toLowerCase() === 'i' ? 'ignored' : null)
}

/** What the current line is, and what it could be. */
export function KindButtons({ kind, onKind }: { kind: LineKind; onKind: (kind: LineKind) => void }) {
  const isOut = isIgnored(kind)
  return (
    <fieldset className="sr-reading__kinds">
      <legend className="sr-visually-hidden">The current line is</legend>
      {SCRIPT_LINE_KINDS.map((each, index) => (
        <KindButton
          key={each}
          label={LINE_KIND_LABELS[each]}
          keys={[String(index + 1), LETTERS[each]]}
          isOn={kind === each}
          onClick={() => onKind(each)}
        />
      ))}
      <KindButton
        label={
          isOut && kind !== 'ignored' ? `Left out: ${LINE_KIND_LABELS[kind].toLowerCase()}` : 'Leave out'
        }
        keys={['I']}
        isOn={isOut}
        onClick={() => onKind('ignored')}
      />
    </fieldset>
  )
}

function KindButton({
  label,
  keys,
  isOn,
  onClick,
}: {
  label: string
  keys: Array<string | undefined>
  isOn: boolean
  onClick: () => void
}) {
  return (
    <button type="button" className="sr-reading__kind-button" aria-pressed={isOn} onClick={onClick}>
      {label}{' '}
      {keys.filter(Boolean).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </button>
  )
}
