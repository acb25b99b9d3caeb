import { DraftService } from '@/database/services/DraftService'
import { ProjectService } from '@/database/services/ProjectService'
import { ScriptService } from '@/database/services/ScriptService'
import { benchStudio } from './lib/studio'
import { ms, printTable, spent, times } from './lib/table'

const SCENES = 2_500

const script = (scenes: number, word: string): Uint8Array =>
  new TextEncoder().encode(
    Array.from(
      { length: scenes },
      (_, index) =>
        `INT. ROOM ${index % 60} - DAY\n\nThing ${index + 1} is ${word}.\n\nANN ${index % 40}\nLine ${index + 1}, ${word}.\n`,
    ).join('\n'),
  )

/** How long does a draft that changes every scene of a long script take: to look at, to apply, to undo? */
export async function benchDraftApply(): Promise<void> {
  const { payload } = await benchStudio()
  const { id: projectId } = await new ProjectService({ payload }).create({ title: 'Bench drafts' })
  let episodeId = ''
  const imported = await spent(async () => {
    const result = await new ScriptService({ payload }).import({ projectId, bytes: script(SCENES, 'here') })
    episodeId = result.episodeId
  })
  const drafts = new DraftService({ payload })
  let draftId = ''
  const proposed = await spent(async () => {
    const draft = await drafts.propose(episodeId, {
      bytes: script(SCENES, 'gone'),
      filename: 'next.fountain',
    })
    draftId = draft.id as string
  })
  const seen = await spent(() => drafts.get(draftId))
  const seenAgain = await spent(() => drafts.get(draftId))
  const applied = await spent(() => drafts.apply(draftId))
  const undone = await spent(() => drafts.undo(draftId))
  const row = (what: string, { time, busy }: { time: number; busy: number }, aim?: string) => ({
    what,
    value: `${ms(time)} (${ms(busy)} of the processor)`,
    ratio: `${times(time / imported.time)} the import`,
    ...(aim ? { aim } : {}),
  })
  printTable(`A draft that changes ${SCENES} scenes (SQLite)`, [
    { ...row('import of as many', imported), ratio: '' },
    row('propose', proposed),
    row('look at it', seen),
    row('look at it again', seenAgain),
    row('apply, and look at it', applied, 'a few times the import'),
    row('undo, and look at it', undone, 'a few times the import'),
  ])
}
