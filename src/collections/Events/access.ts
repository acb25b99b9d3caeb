import type { Access } from 'payload'
import { inProjectOrTrash, isWorker } from '@/access'

const ofProjects = inProjectOrTrash('read')

/** Workers read every project. Who works in the studio, and by which address, is none of their business (readUsers). */
export const readEvents: Access = async (args) => {
  const seen = await ofProjects(args)
  if (!isWorker(args.req) || seen === false) return seen
  const ofPeople = { entityCollection: { not_equals: 'users' } }
  return seen === true ? ofPeople : { and: [seen, ofPeople] }
}
