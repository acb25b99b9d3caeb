import sharp from 'sharp'
import { unique } from '../fixtures'
import type { RestAnswer } from '../restApi'
import { type Answer, type Door, idsIn, type Wish } from './answers'
import { STANDARD } from './operations'

type Send = (path: string, init?: RequestInit & { json?: unknown }) => Promise<RestAnswer>

let picture: Promise<Buffer> | undefined
const pictureData = () => {
  picture ??= sharp({ create: { width: 8, height: 8, channels: 3, background: '#202020' } })
    .png()
    .toBuffer()
  return picture
}

/** A form with a picture, as pages send it. */
export async function uploadForm(data: Record<string, unknown>): Promise<FormData> {
  const form = new FormData()
  form.append(
    'file',
    new Blob([new Uint8Array(await pictureData())], { type: 'image/png' }),
    `${unique('tried')}.png`,
  )
  form.append('_payload', JSON.stringify(data))
  return form
}

const requestFor = async ({
  slug,
  operation,
  id,
  version,
  data,
}: Wish): Promise<[string, RequestInit & { json?: unknown }]> => {
  const one = `/${slug}/${id}`
  const named = `where[id][equals]=${id}`
  switch (operation) {
    case 'list':
      // Of events there are more than a page has.
      return [`/${slug}?depth=0&pagination=false${slug === 'events' ? `&${named}` : ''}`, {}]
    case 'count':
      return [`/${slug}/count?${named}`, {}]
    case 'read':
      return [`${one}?depth=1`, {}]
    case 'look at versions':
      return [`/${slug}/versions?depth=0&pagination=false&where[parent][equals]=${id}`, {}]
    case 'look at a version':
      return [`/${slug}/versions/${version}?depth=0`, {}]
    case 'create':
      if (slug === 'media') return [`/${slug}`, { method: 'POST', body: await uploadForm(data) }]
      return [`/${slug}?depth=0`, { method: 'POST', json: data }]
    case 'change':
      return [`${one}?depth=0`, { method: 'PATCH', json: data }]
    case 'change many':
      return [`/${slug}?depth=0&${named}`, { method: 'PATCH', json: data }]
    case 'put into the trash':
      return [`${one}?depth=0`, { method: 'PATCH', json: { deletedAt: new Date().toISOString() } }]
    case 'delete':
      return [one, { method: 'DELETE' }]
    case 'delete many':
      return [`/${slug}?${named}`, { method: 'DELETE' }]
    case 'duplicate':
      return [`${one}/duplicate?depth=0`, { method: 'POST', json: data }]
    case 'restore a version':
      return [`/${slug}/versions/${version}?depth=0`, { method: 'POST' }]
    case 'ask for rights':
      return [`/${slug}/access/${id}`, { method: 'POST', json: {} }]
  }
}

/** Payload's REST. */
export function restDoor(send: Send): Door {
  return {
    name: 'REST',
    has: ({ endpoints }, operation) => {
      // It is a change, of one field that everything with a trash has.
      const wanted = operation === 'put into the trash' ? 'change' : operation
      return (endpoints || []).some(({ method, path }) => STANDARD[`${method} ${path}`] === wanted)
    },
    async ask(headers, wish): Promise<Answer> {
      const [path, init] = await requestFor(wish)
      const { status, body, text } = await send(path, { ...init, headers })
      const total = typeof body?.totalDocs === 'number' ? body.totalDocs : null
      return { status, ids: idsIn(body), total, text }
    },
  }
}
