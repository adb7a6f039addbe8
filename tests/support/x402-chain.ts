import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { x402Facilitator } from '@x402/core/facilitator'
import { toFacilitatorEvmSigner } from '@x402/evm'
import { registerExactEvmScheme } from '@x402/evm/exact/facilitator'
import { type Abi, createPublicClient, createWalletClient, defineChain, type Hex, http } from 'viem'
import { freePorts } from './real-kannel.ts'
import { root } from './source-files.ts'

const require = createRequire(import.meta.url)
export const network = 'eip155:31337'

const source = `// SPDX-License-Identifier: MIT
pragma solidity ^0.8.26;
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {ERC3009} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC3009.sol";
contract TestEuro is ERC3009 {
  constructor() ERC20("Test Euro", "TEUR") EIP712("Test Euro", "2") { _mint(msg.sender, 1000000000); }
  function decimals() public pure override returns (uint8) { return 6; }
}`

function compileToken(): Readonly<{ abi: Abi; bytecode: Hex }> {
  const solc = require('solc')
  const input = {
    language: 'Solidity',
    sources: { 'TestEuro.sol': { content: source } },
    settings: { evmVersion: 'cancun', outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } } },
  }
  const found = (path: string) => ({ contents: readFileSync(require.resolve(path), 'utf8') })
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: found }))
  const contract = output.contracts?.['TestEuro.sol']?.TestEuro
  if (!contract) throw new Error(`The token was not compiled: ${JSON.stringify(output.errors).slice(0, 500)}`)
  return { abi: contract.abi, bytecode: `0x${contract.evm.bytecode.object}` }
}

async function startNode(folder: string, port: number) {
  const config = join(folder, 'hardhat.config.cjs')
  writeFileSync(config, 'module.exports = { solidity: "0.8.28" }')
  const program = join(root, 'node_modules', 'hardhat', 'internal', 'cli', 'bootstrap.js')
  const args = [program, '--config', config, 'node', '--hostname', '127.0.0.1', '--port', String(port)]
  const env = { ...process.env, HARDHAT_DISABLE_TELEMETRY_PROMPT: 'true' }
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: root, env })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const until = Date.now() + 90_000
  while (!said.includes('Started HTTP')) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`The chain did not start: ${said.slice(-500)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return child
}

/** A chain on loopback, a token worth euros on it, and a facilitator made of the published parts. */
export async function startX402Chain() {
  const folder = mkdtempSync(join(tmpdir(), 'obole-chain-'))
  const [port = 0] = await freePorts(1)
  const child = await startNode(folder, port)
  const chain = defineChain({
    id: 31337,
    name: 'test',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [`http://127.0.0.1:${port}`] } },
  })
  const reader = createPublicClient({ chain, transport: http(), pollingInterval: 20 })
  const [deployer] = await createWalletClient({ chain, transport: http() }).getAddresses()
  if (!deployer) throw new Error('The chain has no accounts')
  const wallet = createWalletClient({ account: deployer, chain, transport: http() })
  const { abi, bytecode } = compileToken()
  const deployed = await reader.waitForTransactionReceipt({ hash: await wallet.deployContract({ abi, bytecode }) })
  const token = deployed.contractAddress
  if (!token) throw new Error('The token was not deployed')
  const signer = toFacilitatorEvmSigner({ ...reader, ...wallet, address: deployer } as never)
  const facilitator = registerExactEvmScheme(new x402Facilitator(), { signer, networks: network })
  const door = await startFacilitator(facilitator)
  return {
    facilitator: door,
    nodeUrl: `http://127.0.0.1:${port}`,
    token,
    balanceOf: async (owner: string) =>
      Number(await reader.readContract({ address: token, abi, functionName: 'balanceOf', args: [owner] })),
    give: async (owner: string, units: number) => {
      const args = [owner, BigInt(units)]
      const hash = await wallet.writeContract({ address: token, abi, functionName: 'transfer', args })
      await reader.waitForTransactionReceipt({ hash })
    },
    stop: async () => {
      await door.close()
      child.kill('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The facilitator behind its own HTTP interface; a test may make it lose its answers. */
async function startFacilitator(facilitator: x402Facilitator) {
  let lost = 0
  const calls: string[] = []
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const path = incoming.url ?? ''
    calls.push(path)
    try {
      const { paymentPayload, paymentRequirements } = JSON.parse(Buffer.concat(chunks).toString() || '{}')
      const answer =
        path === '/verify'
          ? await facilitator.verify(paymentPayload, paymentRequirements)
          : path === '/settle'
            ? await facilitator.settle(paymentPayload, paymentRequirements)
            : facilitator.getSupported()
      if (lost > 0 && path === '/settle') {
        lost -= 1
        incoming.socket.destroy()
        return
      }
      outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    } catch (error) {
      outgoing.writeHead(500).end(String(error))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    calls,
    /** Makes the transfers asked for, and does not say so. */
    loseAnswers: (count: number) => {
      lost = count
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
