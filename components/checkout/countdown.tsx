'use client'

import { useEffect, useState } from 'react'

/**
 * How long a purchase still waits, minute by second; the clock time until scripts run and once it is over.
 *
 * @param words Holds `{time}`.
 */
export function Countdown({ until, words, fallback }: Readonly<{ until: number; words: string; fallback: string }>) {
  const [left, setLeft] = useState<number>()
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [until])
  if (left === undefined || left === 0) return <span className="num">{fallback}</span>
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  return (
    <span className="num" role="timer">
      {words.replace('{time}', time)}
    </span>
  )
}
