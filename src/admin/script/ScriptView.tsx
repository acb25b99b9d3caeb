import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { DocumentViewServerProps } from 'payload'
import { canInProject } from '@/access'
import type { Remark } from '@/contracts'
import { CharacterService } from '@/database/services/CharacterService'
import { EpisodeService } from '@/database/services/EpisodeService'
import { LocationService } from '@/database/services/LocationService'
import { StoryboardService } from '@/database/services/StoryboardService'
import { relationId } from '@/lib/ids'
import { ScriptRoom } from './ScriptRoom'
import './script.css'

/** An episode's Script tab: the screenplay as pages, and for those who may write an editor beside them. */
export async function ScriptView({ doc, initPageResult: { req }, searchParams }: DocumentViewServerProps) {
  const context = { payload: req.payload, user: req.user }
  const episode = doc?.id ? await new EpisodeService(context).findById(String(doc.id)) : null
  const projectId = relationId(episode?.project)
  if (!episode || !projectId) notFound()
  const canWrite = await canInProject(req, projectId, 'write')
  const [people, places] = canWrite
    ? await Promise.all([
        new CharacterService(context).findByProject(projectId),
        new LocationService(context).findByProject(projectId),
      ])
    : [[], []]
  const boardSeconds = await new StoryboardService(context).seconds(String(episode.id))
  const admin = req.payload.config.routes.admin
  const path = `${admin}/collections/episodes/${episode.id}`
  return (
    <main>
      <Gutter className="sr-script-view">
        <SetStepNav
          nav={[
            { label: 'Episodes', url: `${admin}/collections/episodes` },
            { label: episode.title, url: path },
            { label: 'Script' },
          ]}
        />
        <ScriptRoom
          episode={{ id: String(episode.id), projectId, title: episode.title }}
          initial={{ text: episode.script?.text ?? '', version: episode.script?.version ?? 0 }}
          boardSeconds={boardSeconds}
          vocabulary={{ names: people.map(({ name }) => name), places: places.map(({ name }) => name) }}
          canWrite={canWrite}
          opens={searchParams?.versions ? 'versions' : null}
          isImported={Boolean(searchParams?.imported)}
          kept={(episode.script?.remarks ?? []) as unknown as Remark[]}
          storyboardPath={`${path}/storyboard`}
        />
      </Gutter>
    </main>
  )
}
