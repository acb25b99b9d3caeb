import { expect, it } from 'vitest'
import { Conflict, Forbidden, NotFound, ShowrunnerError, ValidationError } from '.'

it('errors have names that no build changes: by what they say they are', () => {
  // As a bundler makes of a class.
  class r extends ShowrunnerError {}
  expect(new r('too-large', 'It is too large.', 413).name).toBe('TooLarge')
  expect(new NotFound('scene', '1').name).toBe('NotFound')
  expect(new Forbidden().name).toBe('Forbidden')
  expect(new Conflict('Taken.').name).toBe('Conflict')
  expect(new ValidationError([{ field: 'title', message: 'is missing' }]).name).toBe('ValidationError')
})
