import { readSql } from '../../db/statement.ts'
import { steadySql } from '../../db/steady-sql.ts'
import { parseSearchText } from './search-words.ts'

const known = readSql<{ documents: number }>('select documents from search_terms where term = ?')
const nearest = readSql<{ term: string }>(
  steadySql(`select t.term from (select distinct s.term from json_each(?) d cross join search_spellings s on s.deletion = d.value) n
   cross join search_terms t on t.term = n.term
   order by (substr(t.term, 1, 1) = ?) desc, t.documents desc, t.term limit 1`),
)

/** Shorter words have too many neighbours, longer ones are not kept in the table of spellings. */
const shortest = 4
const longest = 16

/**
 * The words typed with each that occurs in no ad replaced by the most used word one mistake away: a letter too many,
 * missing, wrong, or two neighbours swapped.
 *
 * @returns undefined when there is nothing to replace.
 */
export function correctedText(text: string): string | undefined {
  let isChanged = false
  const phrases = parseSearchText(text).phrases.map((phrase) => {
    const words = phrase.map((word) => {
      const better = known.get(word) ? undefined : nearestWord(word)
      isChanged ||= better !== undefined
      return better ?? word
    })
    return words.length === 1 ? (words[0] ?? '') : `"${words.join(' ')}"`
  })
  return isChanged ? phrases.join(' ') : undefined
}

function nearestWord(word: string): string | undefined {
  if (word.length < shortest || word.length > longest + 1 || /\d/.test(word)) return undefined
  const deletions = Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
  return nearest.get(JSON.stringify([word, ...deletions]), word.charAt(0))?.term
}
