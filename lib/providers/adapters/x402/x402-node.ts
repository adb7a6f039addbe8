import { z } from 'zod'
import { jsonOf } from '../../callback-message.ts'
import { ProviderSilent, talk } from '../../talk.ts'

/** `AuthorizationUsed(address indexed authorizer, bytes32 indexed nonce)` of ERC-3009. */
const authorizationUsed = '0x98de503528ee59b575ef0c0a2576a82497bfc029a5685b209e9ec333479b10a5'
/** `Transfer(address indexed from, address indexed to, uint256 value)` of ERC-20. */
const transferred = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef'
/** `authorizationState(address,bytes32)` of ERC-3009: whether the nonce is used, by a transfer or by taking it back. */
const authorizationState = '0xe94a0102'

/** Public nodes search a limited number of blocks; on the networks in question this is some hours. */
const blocksSearched = 9000

export type Authorization = Readonly<{ from: string; nonce: string; validBefore: number }>
type Node = Readonly<{ nodeUrl: string; asset: string; payTo: string }>

/** What became of a signed transfer: made with so many units to our address, never to be made, or still open. */
export type Made = Readonly<{ kind: 'made'; units: bigint } | { kind: 'never' } | { kind: 'open' }>

const hex = z.string().regex(/^0x[0-9a-f]*$/i)
const log = z.object({ address: hex, topics: z.array(hex), data: hex, transactionHash: hex })
const block = z.object({ number: hex, timestamp: hex })

/**
 * Asks a node of the network, by its public JSON-RPC. A nonce may be used without a transfer, so only the transfer
 * itself, to our address and in the same transaction, is money.
 *
 * Source: EIP-3009 and the Ethereum JSON-RPC description, grade A.
 * @throws ProviderSilent when the node does not say, or the nonce was used longer ago than is searched.
 */
export async function findTransfer(node: Node, { from, nonce, validBefore }: Authorization): Promise<Made> {
  const latest = await ask(node, { method: 'eth_getBlockByNumber', params: ['latest', false], shape: block })
  const data = authorizationState + word(from) + word(nonce)
  const used = await ask(node, { method: 'eth_call', params: [{ to: node.asset, data }, latest.number], shape: hex })
  if (BigInt(used) === 0n) return Number(BigInt(latest.timestamp)) > validBefore ? { kind: 'never' } : { kind: 'open' }
  const first = BigInt(latest.number) - BigInt(blocksSearched)
  const range = { fromBlock: `0x${(first > 0n ? first : 0n).toString(16)}`, toBlock: latest.number }
  const topics = [authorizationUsed, `0x${word(from)}`, `0x${word(nonce)}`]
  const search = { ...range, address: node.asset, topics }
  const [found] = await ask(node, { method: 'eth_getLogs', params: [search], shape: z.array(log) })
  if (!found) throw new ProviderSilent('The network used this payment longer ago than is searched')
  const receipt = await ask(node, {
    method: 'eth_getTransactionReceipt',
    params: [found.transactionHash],
    shape: z.object({ status: hex, logs: z.array(log) }),
  })
  const wanted = [transferred, `0x${word(from)}`, `0x${word(node.payTo)}`]
  const transfers = receipt.logs.filter(
    ({ address, topics: given }) =>
      address.toLowerCase() === node.asset.toLowerCase() &&
      wanted.every((topic, at) => given[at]?.toLowerCase() === topic),
  )
  const units = transfers.reduce((sum, transfer) => sum + BigInt(transfer.data), 0n)
  return BigInt(receipt.status) === 1n && units > 0n ? { kind: 'made', units } : { kind: 'never' }
}

/** An address or a hash as one word of a call, without `0x`. */
function word(value: string): string {
  return value.slice(2).toLowerCase().padStart(64, '0')
}

type Question<Shape> = Readonly<{ method: string; params: readonly unknown[]; shape: Shape }>

async function ask<Shape extends z.ZodType>(
  { nodeUrl }: Node,
  { method, params, shape }: Question<Shape>,
): Promise<z.output<Shape>> {
  const answer = await talk({
    method: 'POST',
    url: nodeUrl,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  })
  const told = z.object({ result: z.unknown() }).safeParse(jsonOf(Buffer.from(answer.body)))
  const read = shape.safeParse(told.data?.result)
  if (!read.success) throw new ProviderSilent(`The node answered ${answer.status} to ${method}`)
  return read.data
}
