import type { UIFieldServerProps } from 'payload'
import { ShotService } from '@/database/services/ShotService'
import { StoryboardService } from '@/database/services/StoryboardService'
import { lengthInWords } from '../lib/lengthInWords'
import './fields.css'

/** In the form of a scene or an episode: how long it is, on the board where it has shots. */
export async function LengthSoFar({ id, data, payload, user, collectionSlug }: UIFieldServerProps) {
  if (!id || !user) return null
  const context = { payload, user }
  const shots =
    collectionSlug === 'episodes'
      ? await new StoryboardService(context).seconds(String(id))
      : (await new ShotService(context).findByScene(String(id))).reduce((sum, shot) => sum + shot.duration, 0)
  const script = Number((collectionSlug === 'episodes' ? data?.script : data)?.estimatedDuration) || 0
  return (
    <div className="field-type sr-shown">
      <p className="field-label">Length</p>
      <p>{lengthInWords({ shots, script }) || 'Not known yet'}</p>
    </div>
  )
}
