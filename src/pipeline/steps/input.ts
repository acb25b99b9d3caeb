import { z } from 'zod'
import type { TaskPorts } from '@/contracts'
import { PermanentTaskError } from '@/errors/task'

/** What a step task is given; see StartRunArgs. */
export const stepInput = z.object({
  episodeId: z.string(),
  mode: z.enum(['missing', 'all']).default('missing'),
  sceneIds: z.array(z.string()).optional(),
  shotIds: z.array(z.string()).optional(),
})

export const sceneInput = z.object({
  sceneId: z.string(),
  /** As it was when the work was planned: what to call it where it is gone. */
  sceneNumber: z.string().optional(),
  mode: z.enum(['missing', 'all']).default('missing'),
})
export const shotInput = z.object({
  shotId: z.string(),
  /** As they were when the work was planned. */
  sceneNumber: z.string().optional(),
  shotNumber: z.string().optional(),
})

/** The task's input in the form it must have. @throws {PermanentTaskError} naming every field that is wrong. */
export function readInput<Schema extends z.ZodType>(ports: TaskPorts, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(ports.task.input)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  throw new PermanentTaskError(`The task's input is not usable: ${problems.join('; ')}`)
}
