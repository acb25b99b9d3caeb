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
  mode: z.enum(['missing', 'all']).default('missing'),
})
export const shotInput = z.object({ shotId: z.string() })

/** The task's input in the form it must have. @throws {PermanentTaskError} naming every field that is wrong. */
export function readInput<Schema extends z.ZodType>(ports: TaskPorts, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(ports.task.input)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  throw new PermanentTaskError(`The task's input is not usable: ${problems.join('; ')}`)
}
