import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Connection, connect } from './connection'

describe('a connection', () => {
  let folder: string
  let connection: Connection
  const names = () => connection.rows<{ name: string }>('SELECT name FROM people ORDER BY name')
  const add = (name: string) => connection.change('INSERT INTO people (name) VALUES (?)', [name])

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'showrunner-connection-'))
    connection = connect(path.join(folder, 'people.db'))
    connection.change('CREATE TABLE people (name TEXT PRIMARY KEY)')
  })

  afterEach(() => {
    connection.close()
    fs.rmSync(folder, { recursive: true, force: true })
  })

  it('runs a statement as often as it is asked, each time anew', () => {
    expect([add('Ada'), add('Bo')]).toEqual([1, 1])
    expect(names()).toEqual([{ name: 'Ada' }, { name: 'Bo' }])
    expect(connection.change('DELETE FROM people WHERE name = ?', ['Cy'])).toBe(0)
    add('Cy')
    expect(names()).toHaveLength(3)
  })

  it('hands over any number of rows', () => {
    connection.transaction(() => {
      for (let n = 0; n < 200; n += 1) add(String(n))
    })
    for (const limit of [0, 99, 100, 101, 200]) {
      expect(connection.rows('SELECT name FROM people LIMIT ?', [limit])).toHaveLength(limit)
    }
  })

  it('goes on after a statement that failed', () => {
    add('Ada')
    expect(() => add('Ada')).toThrow(/UNIQUE/)
    expect(() => connection.rows('INSERT INTO people (name) VALUES (?) RETURNING name', ['Ada'])).toThrow(
      /UNIQUE/,
    )
    expect(add('Bo')).toBe(1)
    connection.transaction(() => add('Cy'))
    // As another connection sees it: a statement left half done would keep these writes from the file.
    const other = connect(path.join(folder, 'people.db'))
    expect(other.rows('SELECT name FROM people')).toHaveLength(3)
    other.close()
  })

  it('takes a transaction back whole where one part fails', () => {
    add('Ada')
    const work = () => {
      add('Bo')
      add('Ada')
    }
    expect(() => connection.transaction(work)).toThrow(/UNIQUE/)
    expect(names()).toEqual([{ name: 'Ada' }])
    expect(connection.transaction(() => add('Bo'))).toBe(1)
  })

  it('shows Payload’s adapter the same rows', async () => {
    add('Ada')
    const { rows } = await connection.client.execute('SELECT name FROM people')
    expect(rows[0]?.name).toBe('Ada')
    await connection.client.execute('ALTER TABLE people ADD COLUMN part TEXT')
    expect(connection.rows('SELECT * FROM people')).toEqual([{ name: 'Ada', part: null }])
  })

  it('forgets statements rather than keep every one there ever was', () => {
    for (let n = 0; n < 600; n += 1) connection.rows(`SELECT ${n} AS n`)
    add('Ada')
    expect(names()).toHaveLength(1)
  })

  it('says whether it is open', () => {
    expect(connection.isOpen).toBe(true)
    connection.close()
    expect(connection.isOpen).toBe(false)
  })
})
