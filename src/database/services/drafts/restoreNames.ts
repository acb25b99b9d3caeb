import type { PayloadRequest } from 'payload'
import type { DraftWarning } from '@/contracts'
import { canonicalName } from '@/screenplay'
import { aliasesOf } from '../names/byName'
import type { DraftJournal } from './journal'

/** People who were told to be the same go by their old names again. Whom somebody has named otherwise since stays so. */
export async function restoreNames(
  req: PayloadRequest,
  { renamings = [] }: DraftJournal,
  warnings: DraftWarning[],
): Promise<void> {
  for (const { id, before, after } of renamings) {
    const common = { collection: 'characters', id, depth: 0, overrideAccess: true, req } as const
    const person = await req.payload.findByID({ ...common, joins: false, disableErrors: true })
    // Back already, by an undo that was cut off.
    if (!person || person.name === before.name) continue
    if (canonicalName(person.name) !== canonicalName(after.name)) {
      const message = `${after.name} was named ${person.name} after the draft was applied. That name stays.`
      warnings.push({ line: null, message })
      continue
    }
    const mine = after.aliases.filter((name) => !before.aliases.includes(name))
    const aliases = aliasesOf(person).filter((name) => !mine.includes(name))
    // One that was taken up again as the name.
    const lost = before.aliases.filter((name) => !after.aliases.includes(name) && !aliases.includes(name))
    await req.payload.update({ ...common, data: { name: before.name, aliases: [...aliases, ...lost] } })
  }
}
