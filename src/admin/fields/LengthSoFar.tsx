import type { UIFieldServerProps } from 'payload'
import { EpisodeService } from '@/database/services/EpisodeService'
import { ShotService } from '@/database/services/ShotService'
import { lengthInWords } from '../lib/lengthInWords'
import './fields.css'

/** In the form of a scene or an episode: how long it is, on the board where it has shots. */
export async function LengthSoFar({ id, data, payload, user, collectionSlug }: UIFieldServerProps) {
  if (!id || !user) return null
  const context = { payload, user }
  const shots =
    collectionSlug === 'episodes'
      ? (await new EpisodeService(context).getStats(String(id))).shotDuration
      : (await new ShotService(context).findByScene(String(id))).reduce((sum, shot) => sum + shot.duration, 0)
  const script = Number((collectionSlug === 'episodes' ? data?.script : data)?.estimatedDuration) || 0
  return (
    <div className="field-type sr-shown">
      <p className="field-label">Length</p>
      <p>{lengthInWords({ shots, script }) || 'Not known yet'}</p>
    </div>
  )
}
