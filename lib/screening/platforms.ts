import { readAsLetters } from './number-items.ts'
import { isOneSlip } from './one-slip.ts'
import type { ReadText } from './read-words.ts'

/** What a name stands for: a way to write, a network of people, another board, a search engine, a directory. */
export type PlatformKind = 'messenger' | 'network' | 'board' | 'engine' | 'directory'

/** A name seen in a text; `isWord`: the name is also an ordinary word, so alone it says nothing. */
export type Platform = Readonly<{ kind: PlatformKind; isWord: boolean; isShort: boolean; first: number; last: number }>

type Name = Readonly<{ kind: PlatformKind; isWord?: boolean; isShort?: boolean }>
const names = new Map<string, Name>()
const add = (name: Name, list: string) => {
  for (const one of list.split(',')) names.set(one.trim().replaceAll(' ', ''), name)
}

add(
  { kind: 'messenger' },
  'whatsapp,whatsap,watsapp,watsap,wattsapp,wathsapp,whatapp,whastapp,whatssapp,ouatsap,ouatsapp,vatsap,wattsap,watsup app,wap app,whats app,what s app,wazzapp,wassap,whapp,viber,wechat,threema,imessage,facetime,snapchat',
)
add({ kind: 'messenger', isShort: true }, 'wsp,wapp,wa,whats')
add({ kind: 'messenger', isWord: true }, 'telegram,telegramme,signal,messenger,skype,discord,snap,line,kik,zoom')
add(
  { kind: 'network' },
  'facebook,facebok,face book,livre des visages,livre de visages,face de bouc,fesse bouc,fessebouc,instagram,instagramme,insta gram,insta,tiktok,tik tok,linkedin,twitter,youtube,pinterest,copains d avant,linktree,onlyfans,vinted',
)
add({ kind: 'network', isShort: true }, 'fb,ig,tg,yt,tt,f b')
add(
  { kind: 'board' },
  'leboncoin,le bon coin,bon coin,boncoin,lebon coin,lbc,ebay,e bay,paruvendu,gumtree,marketplace,market place,craigslist,autoscout,autoscout24,lacentrale,la centrale,2ememain,anibis,autotrader,auto trader,pistonheads,car and classic,car classic,classic trader,les anciennes,lesanciennes,catawiki,preloved,kijiji,subito,mobile de,wallapop,agriaffaires,gens de confiance,rakuten,retro calage',
)
add(
  { kind: 'engine' },
  'google,googel,gogole,g00gle,bing,moteur de recherche,moteurs de recherche,search engine,google maps,internet,qwant,ecosia,maps',
)
add(
  { kind: 'directory' },
  'pages jaunes,pagesjaunes,pages blanches,page jaune,yellow pages,yell,phone book,phonebook,telephone directory,phone directory,bottin,annuaire,annuaires,white pages,directory enquiries,infogreffe,societe com,118 218,118 712,118218,118712,118 118',
)

const longestName = 4

/** The platform whose name begins at a word, the longest first; misspelled long names count. */
export function platformAt(text: ReadText, at: number): Platform | undefined {
  if (!mayBegin(text.words[at]?.text ?? '')) return undefined
  let joined = ''
  let best: Platform | undefined
  for (let last = at; last < Math.min(at + longestName, text.words.length); last += 1) {
    const word = text.words[last]
    const before = text.words[last - 1]
    if (!word || (last > at && before && word.start - before.end > 3)) break
    joined += word.text
    if (joined.length > 24) break
    const name = nameOf(joined)
    if (name) best = { kind: name.kind, isWord: name.isWord === true, isShort: name.isShort === true, first: at, last }
  }
  return best
}

/** Nearly all words are told apart by their first two letters, before anything is built from them. */
const beginnings = new Set([...names.keys()].flatMap((name) => [name.slice(0, 2), name.slice(0, 1)]))
const mayBegin = (word: string) =>
  word.length === 1 ? beginnings.has(word) || word < 'a' : beginnings.has(word.slice(0, 2)) || /^1[a-z]/.test(word)

const plainOf = (word: string) => (/\d/.test(word) && /[a-z]/.test(word) ? readAsLetters(word) : word)

function nameOf(joined: string): Name | undefined {
  const exact = names.get(joined)
  if (exact) return exact
  const plain = plainOf(joined).replace(/(.)\1{2,}/g, '$1')
  const known = names.get(plain)
  if (known || plain.length < 7) return known
  return longNames.get(plain[0] ?? '')?.find(([name]) => isOneSlip(name, plain))?.[1]
}

const longNames = new Map<string, [string, Name][]>()
for (const name of [
  'whatsapp',
  'telegram',
  'facebook',
  'instagram',
  'snapchat',
  'leboncoin',
  'messenger',
  'marketplace',
]) {
  const known = names.get(name)
  if (known) longNames.set(name[0] ?? '', [...(longNames.get(name[0] ?? '') ?? []), [name, known]])
}
