import type { Page } from 'playwright-core'

export interface Person {
  name: string
  email: string
  password: string
}

export const PRODUCER: Person = {
  name: 'Ada Producer',
  email: 'ada@example.com',
  password: 'correct-horse-1',
}
export const OUTSIDER: Person = {
  name: 'Otto Outsider',
  email: 'otto@example.com',
  password: 'battery-staple-2',
}

async function post(url: string, body: unknown, token?: string): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `JWT ${token}` } : {}) },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Record<string, unknown>
}

/** Makes the studio's first user, who is its admin. @returns their token. */
export async function registerFirst(server: string, person: Person): Promise<string> {
  const { token } = await post(`${server}/api/users/first-register`, person)
  return String(token)
}

/** Makes a user who is on no project. */
export async function addViewer(server: string, token: string, person: Person): Promise<void> {
  await post(`${server}/api/users`, { ...person, role: 'viewer' }, token)
}

/** Signs in through the form, as a person does. */
export async function signIn(page: Page, server: string, person: Person): Promise<void> {
  await page.goto(`${server}/admin/login`)
  await page.locator('#field-email').fill(person.email)
  await page.locator('#field-password').fill(person.password)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.getByRole('heading', { name: 'Studio', level: 1 }).waitFor()
}
