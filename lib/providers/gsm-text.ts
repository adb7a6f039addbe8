// 3GPP TS 23.038, default alphabet and its extension table. One character outside them turns the whole message into
// UCS-2 and cuts a text from 160 characters to 70.
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑ\u00dc\u00a7¿abcdefghijklmnopqrstuvwxyzäöñüà'
const extended = '^{}\\[~]|€'
const replacements: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '·': '-',
  œ: 'oe',
  Œ: 'OE',
}

/** The same words in characters every telephone gets at seven bits each; accents it lacks are dropped. */
export function gsmText(text: string): string {
  let out = ''
  for (const character of text.replace(/[\u00a0\u202f\u2009]/g, ' ')) out += gsmCharacter(character)
  return out
    .replace(/ +/g, ' ')
    .replace(/" ([^"]*) "/g, '"$1"')
    .trim()
}

function gsmCharacter(character: string): string {
  if (basic.includes(character) || extended.includes(character)) return character
  const replaced = replacements[character]
  if (replaced !== undefined) return replaced
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '')
  return bare !== '' && [...bare].every((part) => basic.includes(part)) ? bare : '?'
}

/** The length of a text in septets; 160 fit one message. */
export function gsmLength(text: string): number {
  let length = 0
  for (const character of text) length += extended.includes(character) ? 2 : 1
  return length
}
