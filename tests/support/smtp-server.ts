import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

export type ReceivedMail = Readonly<{ from: string; to: string; data: string }>
export type SmtpServer = Readonly<{
  url: string
  mails: readonly ReceivedMail[]
  /** What the next mails are answered with after their data; `drop` cuts the line once the mail is taken. */
  answerWith: (answer: string | 'drop') => void
  close: () => Promise<void>
}>

/** As much of RFC 5321 as a sender needs: EHLO, MAIL, RCPT, DATA with dot-stuffing, RSET, NOOP and QUIT. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const mails: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  let answer = '250 2.0.0 taken'
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    converse(socket, { mails, answer: () => answer })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    answerWith: (next) => {
      answer = next
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

type Desk = Readonly<{ mails: ReceivedMail[]; answer: () => string }>

function converse(socket: Socket, desk: Desk): void {
  const envelope = { from: '', to: '' }
  let data: string[] | undefined
  let rest = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  const finish = (lines: readonly string[]) => {
    const answer = desk.answer()
    if (answer.startsWith('250') || answer === 'drop') desk.mails.push({ ...envelope, data: lines.join('\r\n') })
    if (answer === 'drop') socket.destroy()
    else say(answer)
  }
  const hear = (line: string) => {
    if (data) {
      if (line !== '.') return void data.push(line.replace(/^\./, ''))
      const lines = data
      data = undefined
      return finish(lines)
    }
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO') return say('250-test at your service\r\n250 8BITMIME')
    if (verb === 'MAIL') envelope.from = addressIn(line)
    if (verb === 'RCPT') envelope.to = addressIn(line)
    if (verb === 'DATA') {
      data = []
      return say('354 end with a dot')
    }
    if (verb === 'QUIT') return void socket.end('221 bye\r\n')
    return say(['MAIL', 'RCPT', 'RSET', 'NOOP', 'HELO'].includes(verb) ? '250 ok' : '502 not here')
  }
  say('220 test ESMTP')
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString('latin1')).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(line)
  })
}

function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? ''
}
