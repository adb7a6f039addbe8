import { isRefused } from './find-messengers.ts'
import { findBetween, type ReadText } from './read-words.ts'
import type { Find } from './screening.ts'

const hints: readonly (readonly [RegExp, Find['kind'], Find['confidence']])[] = [
  // The contact stands in a picture: "mon numéro est sur la pancarte", "last photo for my number".
  [
    /(?:\b(?:mon|mes|my|nos|our)\s(?:\w{1,12}\s)?(?:numero|tel|telephone|number|phone|portable|coordonnees|contact|contacts|details|mail|email|adresse)|\b(?:phone|tel|telephone|mobile|contact) (?:number|details|no)|\bnumero de (?:mon )?(?:tel|telephone|portable)|\bcoordonnees)\b(?! (?:de serie|de chassis|moteur|de moteur|plate))[^.\n]{0,60}\b(?:(?:sur|on|in|dans|see|voir|de|from|behind|under|a|au)\s(?:[\w']{1,12}\s){0,4}(?:l'|d')?(?:photo|photos|image|images|picture|pictures|pic|pics|pancarte|panneau|affiche|affichette|pare-brise|parebrise|windscreen|window|vitre|sign|autocollant|sticker|ecriteau|banderole|door|porte)|y (?:sont|est|figure))\b/g,
    'social_bypass',
    'sure',
  ],
  [
    /\b(?:photo|photos|image|images|picture|pictures|pic|pics|pancarte|panneau|affiche|sign|windscreen|pare-brise|vitre)\b[^.\n]{0,50}\b(?:mon|mes|my|nos|our)\s(?:\w{1,12}\s)?(?:numero|tel|telephone|number|phone|portable|coordonnees|contact|contacts|details|mail|email)\b(?: (?:y|est|sont|is|are|figure|apparait|s'y)(?: \w{1,10})? (?:sont|est|figure|dessus|on|there|visible|lisible)|(?= y (?:sont|est|figure)))/g,
    'social_bypass',
    'sure',
  ],
  [
    /\b(?:photo|photos|image|picture|pancarte|panneau|affiche|sign|windscreen|pare-brise|vitre)\b[^.\n]{0,40}\b(?:il y a|se trouve|vous verrez|you'll see|there's|there is|shows|montre|porte)\s(?:mon|my|mes)\s(?:numero|number|tel|telephone|phone|contact|mail|coordonnees|details)\b/g,
    'social_bypass',
    'sure',
  ],
  [
    /\b(?:photo|photos|image|picture|pancarte|panneau|affiche|sign|windscreen|pare-brise|vitre)\b[^.\n]{0,50}\b(?:number to (?:call|ring|text)|numero a (?:appeler|composer|faire))\b/g,
    'social_bypass',
    'sure',
  ],
  [
    /\b(?:voir|see) (?:le |the )?(?:numero|number|tel|telephone|phone)\b(?! (?:de|moteur|plate)) (?:sur|on|in|dans)\s(?:\w{1,12}\s){0,3}(?:photo|photos|image|picture|pancarte|panneau|affiche|sign)\b/g,
    'social_bypass',
    'doubtful',
  ],
  // The beginning of a number that everybody can look up: "the code for Leeds, then 496".
  [
    /\b(?:code for|indicatif (?:de|du|d'))\s?(?:la |the )?[a-z-]{3,20}\s?,?\s(?:and |et )?(?:then|puis|ensuite|plus|followed by|suivi de)\s(?:le |the )?(?=\d{3}|\d\d\s\d\d|(?:(?:o|oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|un|deux|trois|quatre|cinq|sept|huit|neuf)\b[\s-]?){2})/g,
    'phone',
    'doubtful',
  ],
  // Asking for somebody in a public place.
  [
    /\b(?:demande[zr]|ask for|ask after|see|voir avec|adressez-vous a|renseignements aupres de)\s(?:\w{1,20}\s){1,3}(?:au|a la|a l'|chez|at the|in the|behind the)\s?(?:cafe|bar|bar-tabac|tabac|boulangerie|mairie|pub|inn|post office|epicerie|boucherie|restaurant|station|garage|shop|village shop|poste|bistrot|buvette|boulanger|arms|red lion|king's head|white hart)\b/g,
    'social_bypass',
    'doubtful',
  ],
  [
    /\b(?:vous me (?:re)?trouverez|on me trouve|me trouver|find me)\s(?:tres |very )?(?:facilement|sans peine|easily|quickly)\b/g,
    'social_bypass',
    'doubtful',
  ],
  // The name of a firm is looked up in a moment.
  [
    /\b(?:mon|ma|notre|my|our)\s(?:garage|societe|entreprise|atelier|magasin|boutique|company|workshop|shop|business|firm)\s(?:s'appelle|se nomme|a pour nom|is called|is named|goes by)\b[^.\n]{0,40}/g,
    'social_bypass',
    'doubtful',
  ],
  // Coordinates, plus codes.
  [/(?<![\d.,])-?\d{1,2}[.,]\d{4,8}\s{0,2}[,;/·n ]\s{0,2}-?\d{1,3}[.,]\d{4,8}(?![\d])/g, 'address', 'sure'],
  [/\d{1,2}\s?°\s?\d{1,2}\s?'\s?\d{1,2}(?:[.,]\d{1,4})?\s?(?:"|'')?\s?[ns]\b/g, 'address', 'sure'],
  [
    /(?<![a-z0-9])(?=[a-z0-9]{0,7}\d)(?=\d{0,7}[a-z])[23456789cfghjmpqrvwx]{4}(?:[23456789cfghjmpqrvwx]{4})?\+[23456789cfghjmpqrvwx]{2,3}(?![a-z0-9])/g,
    'address',
    'doubtful',
  ],
]

/** Finds what leads to the seller without being a number or a name: words about pictures, meeting points, coordinates. */
export function findHints(text: ReadText): readonly Find[] {
  return [
    ...hints.flatMap(([pattern, kind, confidence]) =>
      [...text.letters.matchAll(pattern)].map((match) =>
        findBetween(text, { kind, from: match.index, to: match.index + match[0].length, confidence }),
      ),
    ),
    ...codesToScan(text),
  ]
}

const scanning =
  /\b(?:scan|scanne|scannez|scanner|flash|flashe|flashez|flasher|photo|photos|picture|image|windscreen|pare-brise|vitre|pour|for|takes|mene|lien|link)\b/

/** Words about a QR code. */
function codesToScan(text: ReadText): Find[] {
  return text.words.flatMap((word, at): Find[] => {
    if (
      !/^(?:qr|qrcode|qrcodes|flashcode|flashcodes)$/.test(word.text) ||
      word.isGlued ||
      isRefused(text, { first: at })
    )
      return []
    const next = text.words[at + 1]
    const to = next && /^codes?$/.test(next.text) ? next.end : word.end
    if (!/^codes?$/.test(next?.text ?? '') && word.text === 'qr' && !/\bscan|\bflash/.test(text.letters)) return []
    const around = text.letters.slice(Math.max(0, word.start - 60), word.end + 60)
    return [
      findBetween(text, { kind: 'qr', from: word.start, to, confidence: scanning.test(around) ? 'sure' : 'doubtful' }),
    ]
  })
}
