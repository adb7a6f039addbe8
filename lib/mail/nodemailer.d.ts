declare module 'nodemailer' {
  export type TransportOptions = Readonly<{
    url: string
    /** One conversation for many mails. */
    pool: boolean
    maxConnections: number
    connectionTimeout: number
    greetingTimeout: number
    socketTimeout: number
    disableFileAccess: boolean
    disableUrlAccess: boolean
  }>
  export type Message = Readonly<{
    from: string
    to: string
    subject: string
    text: string
    html: string
    messageId: string
    headers: Readonly<Record<string, string>>
  }>
  export type Transport = Readonly<{ sendMail: (message: Message) => Promise<unknown>; close: () => void }>
  export function createTransport(options: TransportOptions): Transport
}
