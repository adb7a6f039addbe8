const wordSet = (words: string) => new Set(words.split(/\s+/))

/** Endings of addresses that are hardly ever the first word of a sentence. */
export const plainEndings = wordSet(
  'com fr org eu uk io co biz bzh paris corsica alsace xyz app dev gl gd gg ly cz nl dk gouv icu',
)

/** Endings that a hasty writer may also begin a sentence with. */
export const likelyEndings = wordSet('net be ch info lu online website')

/** Endings that are also words, in one of the languages: more must speak for an address. */
export const wordEndings = wordSet(
  'ca es pl ie re pt cc fm ws tv tech space email tel blog mobi asso cat eus wiki ee de me la it to in is so us no at my im am pm ma li si se at hu ro rs mx store shop site club pro top auto autos car cars bike bikes garage parts vin page link links contact photo photos pics video chat social art life live world works services company center email fun guru city directory express expert gallery house land market media name news one plus press pub sale support team today tools town zone classic vintage ninja click',
)

/** Hosts whose first label is a single letter, or which are links by themselves. */
export const shortHosts = /^(?:t|x|g|m|fb|wa|ig|tg)$/

/** Companies that give addresses to people, and are nothing else. */
export const mailCompanies = wordSet(
  'gmail gmai gmall gmial googlemail gmaill hotmail hotmal hotmai yahoo wanadoo protonmail proton btinternet icloud caramail gmx tutanota tuta yandex ymail rocketmail bluewin skynet telenet voila aliceadsl numericable ntlworld talktalk laposte posteo zoho fastmail example',
)

/** Companies whose names are also ordinary words. */
export const mailCompanyWords = wordSet('orange free sfr outlook live msn aol neuf bbox cegetel mail sky me mac club')
