import { AsyncLocalStorage } from 'node:async_hooks'
import { type DrawnMarkup, useDrawnMarkup } from '../text/drawn-markup.ts'

const drawing = new AsyncLocalStorage<DrawnMarkup>()
useDrawnMarkup(drawing)

/** Answers with a whole page, whose markup needs no second copy as data; it is forgotten with the answer. */
export function drawWhole<Answer>(answer: () => Promise<Answer>): Promise<Answer> {
  return drawing.run(new Map(), answer)
}
