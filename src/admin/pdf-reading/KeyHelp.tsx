const KEYS: Array<[keys: string[], does: string]> = [
  [['J', '↓'], 'next line'],
  [['K', '↑'], 'line before'],
  [['N'], 'next doubt'],
  [['P'], 'doubt before'],
  [['O'], 'right as it is'],
  [['E'], 'edit the text'],
  [['L'], 'all like this'],
  [['U'], 'undo'],
  [['PgUp', 'PgDn'], 'turn the page'],
  [['Enter'], 'import'],
]

/** What the keys do, always in sight. */
export function KeyHelp() {
  return (
    <dl className="sr-reading__help" aria-label="Keys">
      {KEYS.map(([keys, does]) => (
        <div key={does}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}
