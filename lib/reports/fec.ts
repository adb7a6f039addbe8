import type { LedgerKind } from '../ledger/ledger.ts'

/** The columns of the fichier des écritures comptables, in the order that article A47 A-1 of the LPF lays down. */
export const fecColumns = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
] as const

export type FecLine = Readonly<{
  /** Rank of the transaction in the year, from 1. */
  number: number
  kind: LedgerKind
  account: string
  /** Debits positive, credits negative, in cents of a euro. */
  amountMinor: number
  /** `2026-11-22` where the books are kept. */
  day: string
  /** What proves it: the number of the receipt, or what the transaction came from. */
  piece: string
}>

// Numbers of the plan comptable général. Several of our accounts share one and are told apart by their auxiliary name.
const plan: Readonly<Record<string, readonly [number: string, label: string]>> = {
  provider: ['467100', 'Prestataires de paiement'],
  commission: ['622200', 'Commissions sur encaissements'],
  revenue: ['706000', 'Prestations de services'],
  vat: ['445710', 'TVA collectée'],
  wallet: ['419100', 'Soldes prépayés des clients'],
  vouchers: ['419110', 'Bons prépayés en circulation'],
  stock: ['467200', 'Bons remis à encaisser'],
  suspense: ['471000', 'Encaissements à affecter'],
  payable: ['467300', 'Remboursements à verser'],
  loss: ['654000', 'Pertes sur impayés'],
  bank: ['512000', 'Banque'],
  variance: ['658000', 'Écarts de règlement'],
}
const withAuxiliary = new Set(['provider', 'wallet', 'vouchers', 'commission'])

const journals: Readonly<Partial<Record<LedgerKind, readonly [code: string, label: string]>>> = {
  settlement: ['VE', 'Ventes'],
  wallet_spend: ['VE', 'Ventes'],
  top_up: ['VE', 'Ventes'],
  refund: ['RB', 'Remboursements'],
  clawback: ['RB', 'Remboursements'],
}

/** The number and the name of one of our accounts in the plan comptable; VAT of another country has its own number. */
export function chartOf(account: string): Readonly<{ number: string; label: string; auxiliary: string }> {
  const [kind = '', ...rest] = account.split(':')
  const [number, label] = plan[kind] ?? ['471900', 'Autres comptes']
  const name = rest.join(':')
  if (kind === 'vat') return { number: vatNumber(rest), label: `${label} ${name.replace(':', ' ')}`, auxiliary: '' }
  if (account === 'revenue:other') return { number: '758000', label: 'Produits divers de gestion', auxiliary: '' }
  return { number, label, auxiliary: withAuxiliary.has(kind) ? name : '' }
}

/** French VAT is 44571; that of other countries, declared through the one-stop shop, 44578. */
function vatNumber([country = '']: readonly string[]): string {
  return country === 'FR' ? '445710' : '445780'
}

/** One line of the file: fields parted by tabs, dates as `20261122`, amounts with a decimal comma. */
export function fecLine(line: FecLine): string {
  const { number, label, auxiliary } = chartOf(line.account)
  const [journal, journalLabel] = journals[line.kind] ?? ['OD', 'Opérations diverses']
  const date = line.day.replaceAll('-', '')
  const fields = [
    journal,
    journalLabel,
    String(line.number),
    date,
    number,
    label,
    auxiliary,
    auxiliary === '' ? '' : label,
    line.piece,
    date,
    `${line.kind} ${line.piece}`,
    amount(Math.max(0, line.amountMinor)),
    amount(Math.max(0, -line.amountMinor)),
    '',
    '',
    date,
    '',
    '',
  ]
  return `${fields.map(plain).join('\t')}\r\n`
}

export function fecHeader(): string {
  return `${fecColumns.join('\t')}\r\n`
}

/** `123456789FEC20261231.txt`: the SIREN and the day the year closes. */
export function fecName(siret: string, year: number): string {
  const siren = siret.replace(/\D/g, '').slice(0, 9).padStart(9, '0')
  return `${siren}FEC${year}1231.txt`
}

function amount(minor: number): string {
  const digits = String(minor).padStart(3, '0')
  return `${digits.slice(0, -2)},${digits.slice(-2)}`
}

/** Nothing in a field may part fields or lines. */
function plain(text: string): string {
  return text.replace(/[\t\r\n|]+/g, ' ').trim()
}
