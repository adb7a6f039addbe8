/** Words that programs and manuals put where a secret belongs. */
const placeholders = new Set([
  'changeme',
  'change-me',
  'change_me',
  'default',
  'demo',
  'example',
  'helloworld',
  'letmein',
  'mysecret',
  'none',
  'null',
  'password',
  'passw0rd',
  'placeholder',
  'private',
  'qwerty',
  'replaceme',
  'sample',
  'secret',
  'secretkey',
  'test',
  'testing',
  'todo',
  'undefined',
  'xxx',
  'your-secret',
  'yoursecret',
])

/** Secrets that stand in providers' own examples and test suites: everybody has them. */
const publicSamples = new Set([
  'bad54c617b3a51230ac7cc3da398855e',
  'fortumo-demo-secret',
  'a7408723eaf4bfa2e3ac49b3cb695046',
  '6274def95b105f1c92d341a8d3bc2e77',
  '12345',
  'demo-private-key',
  'demo-api-key',
  'pwd',
  'demo-dimoco-password',
  'demo-hmac-key',
  'demo-neosurf-secret',
  'whsec_demo',
  'HelloWorld',
  'sink-token-demo',
  'demo-voucher-pepper',
  'demo-l402-root-key',
])

export type SecretWeakness = 'short' | 'placeholder' | 'public_sample'

/**
 * Why a secret cannot protect an account, or undefined when nothing is known against it.
 *
 * @param minLength In characters; what the provider really issues is longer.
 */
export function weaknessOf(secret: string, minLength: number): SecretWeakness | undefined {
  if (publicSamples.has(secret)) return 'public_sample'
  const bare = secret
    .trim()
    .toLowerCase()
    .replace(/\d+$/, '')
    .replace(/[!?.]+$/, '')
  if (placeholders.has(bare)) return 'placeholder'
  if (secret.length < minLength) return 'short'
  return new Set(secret).size < 4 ? 'placeholder' : undefined
}
