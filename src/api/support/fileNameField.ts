import { z } from '@hono/zod-openapi'
import { LONGEST_FILE_NAME } from '@/lib/fileName'

/** The name of a file that comes without a form. */
export const fileNameField = z.string().max(LONGEST_FILE_NAME)
