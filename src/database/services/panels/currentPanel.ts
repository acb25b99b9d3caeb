/** What of a panel says whether it is the one to show. */
export interface PanelChoice {
  version: number
  status: string
  origin: string
  /** ISO 8601: when a person made it the one to show, by drawing, uploading, choosing or approving it. */
  chosenAt: string | null
  createdAt: string
}

const lastChosen = <P extends PanelChoice>(panels: P[]): P | undefined =>
  panels
    .filter(({ chosenAt }) => chosenAt !== null)
    .sort((a, b) => ((a.chosenAt as string) < (b.chosenAt as string) ? 1 : -1))[0]

/**
 * The panel to show for a shot: a locked one, else the one that a person drew, uploaded, chose or approved last, else
 * the newest. What a machine makes lies beside a person's choice and never takes its place. Panels from before choices
 * were kept have none: of those an approved one goes first, then one that a person drew.
 */
export function currentPanel<P extends PanelChoice>(newestFirst: P[]): P | null {
  const locked = newestFirst.filter(({ status }) => status === 'locked')
  return (
    lastChosen(locked) ??
    locked[0] ??
    lastChosen(newestFirst) ??
    newestFirst.find(({ status }) => status === 'approved') ??
    newestFirst.find(({ origin }) => origin === 'drawn') ??
    newestFirst[0] ??
    null
  )
}

/** The newest version that came after the current one was chosen, and that nobody has decided on yet. */
export function newerPanel<P extends PanelChoice>(newestFirst: P[]): P | null {
  const current = currentPanel(newestFirst)
  const isNews = ({ version, createdAt }: P) =>
    current !== null &&
    version > current.version &&
    (current.chosenAt === null || createdAt > current.chosenAt)
  return newestFirst.find(isNews) ?? null
}
