import { AsyncLocalStorage } from 'node:async_hooks'
import { type Drawing, useDrawing } from '../text/drawn-markup.ts'

const drawing = new AsyncLocalStorage<Drawing>()
useDrawing(drawing)

/**
 * Answers with a whole page, whose markup needs no second copy as data; it is forgotten with the answer.
 *
 * @param slots What to write in place of what differs between pages of a kind.
 */
export function drawWhole<Answer>(answer: () => Promise<Answer>, slots?: Drawing['slots']): Promise<Answer> {
  return drawing.run({ parts: new Map(), slots }, answer)
}
