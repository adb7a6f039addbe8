import { foldText } from '../text/text.ts'

/** How a town's name is compared: folded, `st` opened to `saint`, punctuation as single spaces. */
export function placeNameKey(name: string): string {
  return foldText(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
}
