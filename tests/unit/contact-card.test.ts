import { expect, test } from 'vitest'
import { contactCard } from '../../lib/reveals/contact-card.ts'

const contact = { name: 'Perret; Fils, SA', phone: '03 53 01 08 19', email: 'a@example.org', hours: '8h-17h' }

test('punctuation of a name stays in its field', () => {
  const lines = contactCard(contact, { note: 'Magnéto (G6QH97)', telephone: '+33353010819' }).split('\r\n')
  expect(lines).toContain('FN:Perret\\; Fils\\, SA')
  expect(lines).toContain('TEL;TYPE=CELL:+33353010819')
  expect(lines).toContain('NOTE:Magnéto (G6QH97)\\n8h-17h')
  expect(lines.at(-2)).toBe('END:VCARD')
})

test('what a contact lacks has no line, and a nameless one is called by its ad', () => {
  const card = contactCard({ ...contact, name: '', email: '' }, { note: 'Magnéto', telephone: undefined })
  expect(card).toContain('FN:Magnéto')
  expect(card).not.toMatch(/TEL|EMAIL/)
})
