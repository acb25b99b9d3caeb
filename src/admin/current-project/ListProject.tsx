import type { ListViewServerPropsOnly } from 'payload'
import { StudioService } from '@/database/services/StudioService'
import { NarrowedList } from './NarrowedList'

/** Above every list that the current project narrows, so that nobody takes a part for the whole. */
export async function ListProject({ payload, user }: Pick<ListViewServerPropsOnly, 'payload' | 'user'>) {
  const offer = user ? await new StudioService({ payload, user }).projectSwitch() : null
  return offer && <NarrowedList offer={offer} />
}
