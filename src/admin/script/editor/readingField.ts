import { type EditorState, StateEffect, StateField } from '@codemirror/state'
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { type Reading, readScript } from '../readScript'

const setReading = StateEffect.define<Reading>()

/** Milliseconds between a keystroke and the reading that follows it; more where reading takes long. */
const SHORTEST_PAUSE = 40
const LONGEST_PAUSE = 500

/** The script as it was read last. Its ranges are those of `reading.text`, which may be a moment behind. */
export const readingField = StateField.define<Reading>({
  create: (state) => readScript(state.doc.toString()),
  update(reading, transaction) {
    for (const effect of transaction.effects) if (effect.is(setReading)) return effect.value
    return reading
  },
})

/** Whether a transaction brought a new reading. */
export const isNewReading = (effect: StateEffect<unknown>): effect is StateEffect<Reading> =>
  effect.is(setReading)

export const readingOf = (state: EditorState): Reading => state.field(readingField)

/**
 * Reads the script again when typing pauses: a whole script takes a few milliseconds, so there is one parser for
 * pages, colours, folding and counts.
 *
 * @param onReading is told of each new reading.
 */
export const keepReading = (onReading: (reading: Reading) => void) =>
  ViewPlugin.fromClass(
    class {
      private timer: ReturnType<typeof setTimeout> | undefined
      private pause = SHORTEST_PAUSE

      constructor(private readonly view: EditorView) {}

      update(update: ViewUpdate) {
        if (!update.docChanged) return
        clearTimeout(this.timer)
        this.timer = setTimeout(() => this.read(), this.pause)
      }

      private read() {
        const started = performance.now()
        const reading = readScript(this.view.state.doc.toString())
        this.pause = Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, (performance.now() - started) * 3))
        this.view.dispatch({ effects: setReading.of(reading) })
        onReading(reading)
      }

      destroy() {
        clearTimeout(this.timer)
      }
    },
  )
