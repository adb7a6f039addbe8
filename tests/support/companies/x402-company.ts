import type { Heard, Told } from '../answering-server.ts'
import { type Booked, companyNow, json } from './played-company.ts'

type Transfer = Readonly<{ from: string; nonce: string; to: string; units: bigint }>
const word = (value: string) => `0x${value.slice(2).toLowerCase().padStart(64, '0')}`
const authorizationUsed = '0x98de503528ee59b575ef0c0a2576a82497bfc029a5685b209e9ec333479b10a5'
const transferred = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef'
const numberHex = (value: number) => `0x${value.toString(16)}`

/** A facilitator and a node of its network in one, whose clock a test sets; signatures are not looked at. */
export function playX402(asset: string, { isForgetful = false }: Readonly<{ isForgetful?: boolean }> = {}) {
  const made: Transfer[] = []
  let at = companyNow
  const find = (nonce: string) => made.find((transfer) => transfer.nonce === nonce.toLowerCase())

  function settle(body: string): Told {
    const { paymentPayload, paymentRequirements } = JSON.parse(body)
    const { from, nonce, to, value, validBefore } = paymentPayload.payload.authorization
    const isOver = Number(validBefore) * 1000 < at
    if ((find(nonce) && !isForgetful) || isOver) {
      return json({ success: false, transaction: '', network: paymentRequirements.network, errorReason: 'nonce_used' })
    }
    made.push({ from: from.toLowerCase(), nonce: nonce.toLowerCase(), to, units: BigInt(value) })
    return json({ success: true, transaction: nonce, network: paymentRequirements.network, payer: from })
  }

  function answerNode(body: string): Told {
    const { method, params } = JSON.parse(body)
    const tell = (result: unknown) => json({ jsonrpc: '2.0', id: 1, result })
    if (method === 'eth_getBlockByNumber') return tell({ number: '0x64', timestamp: numberHex(Math.floor(at / 1000)) })
    if (method === 'eth_call') return tell(word(find(`0x${params[0].data.slice(-64)}`) ? '0x1' : '0x0'))
    const found = find(method === 'eth_getLogs' ? params[0].topics[2] : params[0])
    if (!found) return tell(method === 'eth_getLogs' ? [] : null)
    const { from, nonce, to, units } = found
    const used = { address: asset, topics: [authorizationUsed, word(from), nonce], data: '0x', transactionHash: nonce }
    const data = word(`0x${units.toString(16)}`)
    const moved = { address: asset, topics: [transferred, word(from), word(to)], data, transactionHash: nonce }
    return tell(method === 'eth_getLogs' ? [used] : { status: '0x1', logs: [used, moved] })
  }

  return {
    answer: ({ url, body }: Heard): Told => {
      if (url === '/verify') {
        const { nonce, from } = JSON.parse(body).paymentPayload.payload.authorization
        return json({ isValid: isForgetful || find(nonce) === undefined, payer: from })
      }
      return url === '/settle' ? settle(body) : answerNode(body)
    },
    letPass: (to: number) => {
      at = to
    },
    debits: (): readonly Booked[] => made.map(({ nonce, units }) => ({ mark: nonce, minor: Number(units / 10_000n) })),
  }
}
