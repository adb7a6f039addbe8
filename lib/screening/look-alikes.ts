/**
 * Characters that read as a Latin letter or a figure though Unicode does not fold them to one: Cyrillic, Greek and
 * Armenian look-alikes, small capitals, figures in discs, dice.
 */
const pairs: readonly (readonly [from: string, to: string])[] = [
  ['авекмнорстухіјѕԁһӏԛԝьгп', 'abekmhopctyxijsdhlqwbrn'],
  ['збчэ', '364e'],
  ['αβγδεηικλμνορσςτυχωφ', 'abydenikluvopsstuxwo'],
  ['օոսհցգ', 'onuhgq'],
  ['ıɩɑɡłøđħŧʘɜƽ〇', 'iiaglodhto350'],
  ['ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz'],
  ['⚀⚁⚂⚃⚄⚅⓿🄋🄌⭕', '123456000o'],
]

/** Signs that stand for several letters, or that must stay apart from what Unicode makes of them. */
const signs: readonly (readonly [from: string, to: string])[] = [
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ß', 'ss'],
  ['🔟', '10'],
  ['➕', '+'],
  ['⁺', '+'],
  ['➖', '-'],
  ['−', '-'],
  ['⁄', '/'],
  ['∕', '/'],
  ['º', '°'],
  ['½', '·'],
  ['¼', '·'],
  ['¾', '·'],
  ['ʼ', "'"],
  ['’', "'"],
  ['‘', "'"],
  ['´', "'"],
  ['“', '"'],
  ['”', '"'],
  ['«', '"'],
  ['»', '"'],
  ['。', '.'],
  ['→', '>'],
  ['➡', '>'],
  ['👉', '>'],
  ['➔', '>'],
  ['➤', '>'],
  ['☎', '☎'],
  ['📞', '☎'],
  ['📱', '☎'],
  ['📲', '☎'],
  ['☏', '☎'],
  ['✆', '☎'],
  ['\u2028', '\n'],
  ['\u2029', '\n'],
  ['\r', '\n'],
  ['\t', ' '],
  ['\u2800', ' '],
  ['\u3164', ' '],
]

const looks = new Map<number, string>()
for (const [from, to] of pairs) {
  const targets = [...to]
  for (const [at, letter] of [...from].entries()) looks.set(letter.codePointAt(0) ?? 0, targets[at] ?? '')
}
for (const [from, to] of signs) looks.set(from.codePointAt(0) ?? 0, to)
for (let step = 0; step < 10; step += 1) {
  for (const first of [0x2776, 0x2780, 0x278a]) looks.set(first + step, String(step + 1))
  looks.set(0x24eb + step, String(step + 11))
}
for (let step = 0; step < 26; step += 1) {
  for (const first of [0x1f150, 0x1f170, 0x1f1e6]) looks.set(first + step, String.fromCharCode(97 + step))
}

/** What a lower-case character looks like, or undefined when it only looks like itself. */
export function lookOf(codePoint: number): string | undefined {
  return looks.get(codePoint)
}
