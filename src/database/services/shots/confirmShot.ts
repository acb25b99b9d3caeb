import type { PayloadRequest } from 'payload'
import { engineOf } from '@/database/engine'
import type { Panel, Scene, Shot } from '@/payload-types'
import { changeEvent } from '../events/recordChange'
import { asChoice } from '../panels/choices'
import { currentPanel } from '../panels/currentPanel'
import { panelsOfShot } from '../panels/generatedPanels'
import { scenePage } from '../scenes/sceneCoverage'

/** What a shot keeps where somebody says that it is right as it is: what of its page is still there. Null: all is. */
export function withoutWordsGone(
  shot: Pick<Shot, 'dialogueLineIds' | 'actionShown'>,
  scene: Scene,
): { dialogueLineIds: string[]; actionShown: string[] } | null {
  const page = scenePage(scene)
  const [lines, action] = [shot.dialogueLineIds ?? [], shot.actionShown ?? []]
  const dialogueLineIds = lines.filter((id) => page.lineIds.includes(id))
  const actionShown = action.filter((text) => page.action.includes(text))
  const isWhole = dialogueLineIds.length === lines.length && actionShown.length === action.length
  return isWhole ? null : { dialogueLineIds, actionShown }
}

/**
 * A person says that what changed does not show in a shot: none of its pictures is out of date any more, and the one in
 * use is their choice. Locked ones stay what they are, as nothing of the picture changes.
 */
export async function confirmPanels(req: PayloadRequest, shotId: string): Promise<void> {
  const panels = await panelsOfShot(req.payload, shotId)
  if (!panels.some(({ isStale }) => isStale)) return
  const current = currentPanel(panels.map(asChoice))
  const now = new Date().toISOString()
  const changes = panels.flatMap((panel) => {
    const isChosen = panel.id === current?.id
    if (!panel.isStale && !isChosen) return []
    const data: Partial<Panel> = {
      ...(panel.isStale ? { isStale: false, staleReason: null, staleSource: null } : {}),
      ...(isChosen ? { chosenAt: now } : {}),
    }
    const event = changeEvent({
      req,
      collection: 'panels',
      action: 'updated',
      doc: { ...panel, ...data },
      previousDoc: { ...panel },
      context: req.context,
    })
    return [{ id: String(panel.id), data: { ...data, updatedAt: now }, events: event ? [event] : [] }]
  })
  await engineOf(req.payload).changeDocuments(req.payload, { collection: 'panels', changes })
}
