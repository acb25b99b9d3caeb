import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { DocumentViewServerProps } from 'payload'
import { canInProject } from '@/access'
import { RunService } from '@/database/services/RunService'
import { StoryboardService } from '@/database/services/StoryboardService'
import { beginningOf } from './boardBeginning'
import { Storyboard } from './Storyboard'

/** An episode's Storyboard tab. What the user may not see was refused before this is rendered. */
export async function StoryboardView({ doc, initPageResult: { req } }: DocumentViewServerProps) {
  if (!doc?.id) notFound()
  const context = { payload: req.payload, user: req.user }
  const [board, run] = await Promise.all([
    new StoryboardService(context).board(String(doc.id)),
    new RunService(context).latestForEpisode(String(doc.id)),
  ])
  if (!board) notFound()
  const canWrite = await canInProject(req, board.project.id, 'write')
  const admin = req.payload.config.routes.admin
  return (
    <main>
      <Gutter className="sr-storyboard-view">
        <SetStepNav
          nav={[
            { label: board.project.title, url: `${admin}/collections/projects/${board.project.id}` },
            { label: board.episode.title, url: `${admin}/collections/episodes/${board.episode.id}` },
            { label: 'Storyboard' },
          ]}
        />
        <Storyboard beginning={beginningOf(board, run)} run={run} canWrite={canWrite} />
      </Gutter>
    </main>
  )
}
