import type { ServerProps } from 'payload'
import { StudioService } from '@/database/services/StudioService'
import { ProjectSelect } from './ProjectSelect'

/** In the navigation, above everything that it narrows. */
export async function ProjectSwitcher({ payload, user }: Pick<ServerProps, 'payload' | 'user'>) {
  const offer = user ? await new StudioService({ payload, user }).projectSwitch() : null
  return offer && <ProjectSelect offer={offer} />
}
