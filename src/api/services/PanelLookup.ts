import { DocumentService } from '@/database/services/DocumentService'
import { NotFound } from '@/errors'
import { relationId } from '@/lib/ids'
import type { Panel } from '@/payload-types'

/** Finds where a panel belongs, for calls that name only the panel. */
export class PanelLookup extends DocumentService<Panel, Panel> {
  protected readonly slug = 'panels'
  protected readonly noun = 'panel'

  /** @throws {NotFound} where there is none, or none that the user may see. */
  async place(id: string): Promise<{ shotId: string; episodeId: string }> {
    const panel = await this.findById(id)
    const shotId = relationId(panel?.shot)
    const episodeId = relationId(panel?.episode)
    if (!shotId || !episodeId) throw new NotFound('panel', id)
    return { shotId, episodeId }
  }
}
