import { APIError, ValidationError } from 'payload'
import { describe, expect, it } from 'vitest'
import { knowByName, nameErrors } from './nameErrors'

/** As a bundler leaves a class: renamed, and made anew in every bundle. */
const copyOf = (name: string) => {
  const Copy = class e extends Error {
    constructor(message: string) {
      super(message)
      this.name = this.constructor.name
    }
  }
  knowByName(Copy, name)
  return Copy
}

describe('errors known by their names', () => {
  it('have the name of their class after it was renamed', () => {
    expect(new (copyOf('NotFound'))('No.').name).toBe('NotFound')
  })

  it('are instances of every copy of their class, and of no other class', () => {
    const [One, Other, Different] = [copyOf('NotFound'), copyOf('NotFound'), copyOf('Forbidden')]
    class Ours extends One {}
    expect(new One('No.')).toBeInstanceOf(Other)
    expect(new Ours('No.')).toBeInstanceOf(Other)
    expect(new Different('No.')).not.toBeInstanceOf(One)
    expect(new One('No.')).not.toBeInstanceOf(Ours)
    expect(new Error('No.')).not.toBeInstanceOf(One)
    expect({ name: 'NotFound' }).not.toBeInstanceOf(One)
  })

  it('leaves Payload’s own classes as they are to each other', () => {
    nameErrors()
    const error = new ValidationError({ errors: [{ path: 'title', message: 'is missing' }] })
    expect(error.name).toBe('ValidationError')
    expect(error).toBeInstanceOf(APIError)
    expect(new APIError('No.')).not.toBeInstanceOf(ValidationError)
  })
})
