import { expect, it } from 'vitest'
import { leaveScriptOut } from './leaveScriptOut'

const doc = { id: 'e1', title: 'Pilot', script: { text: 'INT. LIGHTHOUSE - NIGHT', version: 3 } }
const readAt = (pathname?: string) => leaveScriptOut({ doc, req: { pathname } } as never)

it.each(['/admin/collections/episodes/e1/storyboard', '/studio/collections/episodes/e1/script'])(
  'leaves the text out of the page %s',
  (pathname) => {
    expect(readAt(pathname)).toEqual({ id: 'e1', title: 'Pilot', script: { version: 3 } })
  },
)

it.each([
  '/admin/collections/episodes/e1',
  '/admin/collections/episodes/e1/api',
  '/api/episodes/e1',
  '/api/v1/episodes/e1/script',
  undefined,
])('keeps it for the form, for every API and for services: %s', (pathname) => {
  expect(readAt(pathname)).toBe(doc)
})
