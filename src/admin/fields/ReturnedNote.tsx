import type { UIFieldServerProps } from 'payload'
import { cameBackAs } from '@/database/services/numbers/cameBackAs'
import type { NumberedSlug } from '@/database/services/numbers/numberBefore'
import './fields.css'

/** Says of a scene or shot that has just come back from the trash that it has another number than it had. */
export async function ReturnedNote({
  id,
  req,
  collection,
}: UIFieldServerProps & { collection: NumberedSlug }) {
  const found = id ? await cameBackAs(req, collection, String(id)) : null
  if (!found) return null
  const one = collection === 'scenes' ? 'scene' : 'shot'
  return (
    <p className="sr-returned" role="status">
      Back from the trash as {one} {found.number}. It was {found.former}, which another {one} is by now.
    </p>
  )
}
