/** Words that people build passwords from first, in both languages; each ten with digits behind it is guessed first. */
const words = [
  'motdepasse',
  'motdepass',
  'monmotdepasse',
  'password',
  'passwort',
  'passw',
  'azerty',
  'azertyuiop',
  'azertyuiopqsdfghjklm',
  'qwerty',
  'qwertyuiop',
  'qwertyuiopasdf',
  'qwertz',
  'asdfghjkl',
  'qsdfghjklm',
  'wxcvbn',
  'zxcvbnm',
  'abcdef',
  'abcdefgh',
  'abcdefghijkl',
  'abcdefghijklm',
  'iloveyou',
  'jetaime',
  'jtm',
  'bonjour',
  'bonjourbonjour',
  'soleil',
  'doudou',
  'loulou',
  'chouchou',
  'marseille',
  'paris',
  'france',
  'welcome',
  'bienvenue',
  'letmein',
  'laissezmoientrer',
  'admin',
  'administrateur',
  'administrator',
  'root',
  'secret',
  'changeme',
  'changezmoi',
  'test',
  'testtest',
  'dragon',
  'monkey',
  'football',
  'baseball',
  'superman',
  'batman',
  'sunshine',
  'princess',
  'princesse',
  'trustno',
  'starwars',
  'pokemon',
  'nicolas',
  'camille',
  'thomas',
  'juventus',
  'liverpool',
  'arsenal',
  'chelsea',
  'sortiedegrange',
  'obole',
  'annonce',
  'annonces',
  'voiture',
  'citroen',
  'deuxchevaux',
  'peugeot',
  'renault',
  'correcthorsebatterystaple',
]
const common = new Set(words)
const looks: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}

/** True for a password that is a common word, however often it is repeated, with digits and signs around it or in it. */
export function isCommonPassword(password: string): boolean {
  const typed = password.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  const spelled = [...typed.replace(/[\d\W_]+$/, '')].map((letter) => looks[letter] ?? letter).join('')
  const bare = typed.replace(/[^a-z]/g, '')
  return [bare, spelled.replace(/[^a-z]/g, '')].some((letters) => letters === '' || common.has(onceOf(letters)))
}

/** `testtesttest` is `test`. */
function onceOf(letters: string): string {
  const length = (letters + letters).indexOf(letters, 1)
  return letters.slice(0, length)
}
