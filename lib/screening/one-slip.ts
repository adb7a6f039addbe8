/** Whether two words differ by one letter left out, added or changed, or by two neighbours swapped. */
export function isOneSlip(name: string, word: string): boolean {
  if (Math.abs(name.length - word.length) > 1) return false
  let at = 0
  while (at < name.length && name[at] === word[at]) at += 1
  if (name.length === word.length) {
    const isSwapped =
      name[at] === word[at + 1] && name[at + 1] === word[at] && name.slice(at + 2) === word.slice(at + 2)
    return isSwapped || name.slice(at + 1) === word.slice(at + 1)
  }
  return name.length > word.length ? name.slice(at + 1) === word.slice(at) : name.slice(at) === word.slice(at + 1)
}
