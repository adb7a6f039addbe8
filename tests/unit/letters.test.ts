import { expect, test } from 'vitest'
import { type ReceiptFacts, receiptMail } from '../../lib/checkout/receipt-mail.ts'
import { recoveryMail } from '../../lib/checkout/recovery-mail.ts'
import { locales } from '../../lib/i18n/locales.ts'
import { senderOf } from '../../lib/mail/mail.ts'
import { eur } from '../../lib/money/money.ts'

const site = { name: 'Sortie de Grange', origin: 'https://annonces.example' }
const facts: ReceiptFacts = {
  locale: 'fr',
  number: 1234,
  issuedAt: Date.UTC(2026, 10, 22, 9, 30),
  ad: { ref: 'K7P204', title: 'Citroën 2CV AZ de 1957' },
  paid: eur(150),
  sold: eur(150),
  vatBp: 2000,
  method: 'SMS',
  consentTexts: ['Je demande l’accès immédiat.'],
  recoveryCode: 'K7P2-04XY',
  urls: {
    access: 'https://annonces.example/a',
    receipt: 'https://annonces.example/r',
    recover: 'https://annonces.example/c',
  },
  seller: {
    name: 'Grange SARL',
    address: '1 rue du Puits, 03000 Moulins',
    email: 'aide@annonces.example',
    siret: '123',
  },
  site,
}

test('a receipt says what was paid, the tax in it, what was agreed and who sold it', () => {
  const { subject, text } = receiptMail(facts)

  expect(subject).toBe('Votre reçu n° 1234 : Citroën 2CV AZ de 1957')
  expect(text).toContain('Reçu n° 1234 du 22 novembre 2026 à 10:30')
  expect(text).toContain('Payé : 1,50 € par SMS\ndont TVA 20 % : 0,25 €')
  expect(text).toContain('- Je demande l’accès immédiat.')
  expect(text).toContain('K7P2-04XY')
  expect(text).toContain('Grange SARL\n1 rue du Puits')
})

test('a receipt in English reads as English', () => {
  const { subject, text } = receiptMail({ ...facts, locale: 'en', vatBp: 0 })

  expect(subject).toBe('Your receipt no. 1234: Citroën 2CV AZ de 1957')
  expect(text).toContain('Paid: €1.50 by SMS\nVAT is charged by the operator')
})

test('a receipt states tax on the price alone: what became balance is taxed when it is used', () => {
  const over = receiptMail({ ...facts, paid: eur(250) })
  expect(over.text).toContain('Payé : 2,50 € par SMS\ndont TVA 20 % : 0,25 €')
  const topUp = receiptMail({ ...facts, ad: undefined, paid: eur(500), sold: undefined })
  expect(topUp.text).toContain('La TVA est due au moment où le solde est utilisé.')
  expect(topUp.text).not.toContain('dont TVA')
})

test('letters hold no empty paragraph, no placeholder and no special space', () => {
  for (const locale of locales) {
    const bare = { ...facts, locale, ad: undefined, sold: undefined, recoveryCode: undefined, consentTexts: [] }
    const letters = [
      receiptMail({ ...facts, locale }),
      receiptMail({ ...bare, seller: { name: 'G', address: '', email: '', siret: '' } }),
      recoveryMail({ locale, codes: ['K7P2-04XY', 'AAAA-BBBB'], url: 'https://annonces.example/c', site }),
    ]
    for (const { subject, text } of letters) {
      expect(`${subject}${text}`).not.toMatch(/\n{3}|[{}\u202f\u00a0]|mail\./)
      expect(text.endsWith('\n')).toBe(true)
    }
  }
})

test('the sender is the publisher, or the site itself', () => {
  expect(senderOf({ ...site, publisherEmail: '' })).toBe('"Sortie de Grange" <noreply@annonces.example>')
  expect(senderOf({ ...site, name: 'A "B"\r\nX: y', publisherEmail: 'a@b.example' })).toBe('"A BX: y" <a@b.example>')
})
