import { z } from '@hono/zod-openapi'
import { digits } from './digits'

/** `?page=2&limit=20`, from 1. */
export const pageQuery = z.object({
  page: digits(z.number().min(1)).default(1).openapi({ type: 'integer', description: 'From 1.' }),
  limit: digits(z.number().min(1).max(100)).default(20).openapi({ type: 'integer' }),
})

export const pageSchema = <Item extends z.ZodType>(item: Item, name: string) =>
  z
    .object({
      items: z.array(item),
      page: z.number(),
      limit: z.number(),
      totalItems: z.number(),
      totalPages: z.number(),
    })
    .openapi(name)

/** One page of a list, with what is needed to ask for the others. */
export const pageOf = <Item>(
  items: Item[],
  totalItems: number,
  { page, limit }: { page: number; limit: number },
) => ({ items, page, limit, totalItems, totalPages: Math.max(1, Math.ceil(totalItems / limit)) })
