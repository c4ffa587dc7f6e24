// Runs the dump tool of @electric-sql/pglite-tools on real servers. A line "HOST PORT CONNECTION OPTION…"
// in, a line "ok TEXT" or "failed TEXT" out; the connection's words and the texts are in base64.
import { Worker, isMainThread, workerData } from 'node:worker_threads'
import net from 'node:net'
import readline from 'node:readline'

const ROOM = 1 << 20
const ANSWERED = 0, LENGTH = 1, MORE = 2

// The tool expects its answers at once, so that a thread of its own speaks with the server.
class Wire {
  constructor(host, port) {
    this.control = new Int32Array(new SharedArrayBuffer(12))
    this.room = new Uint8Array(new SharedArrayBuffer(ROOM))
    this.thread = new Worker(new URL(import.meta.url), {
      workerData: { host, port, control: this.control, room: this.room },
    })
  }

  execProtocolRawStream(bytes, { onRawData }) {
    let ask = Uint8Array.from(bytes)
    do {
      Atomics.store(this.control, ANSWERED, 0)
      this.thread.postMessage(ask)
      Atomics.wait(this.control, ANSWERED, 0)
      onRawData(this.room.slice(0, this.control[LENGTH]))
      ask = null
    } while (this.control[MORE])
  }

  query() {
    return { rows: [{ search_path: '' }] }
  }

  exec() {}

  close() {
    return this.thread.terminate()
  }
}

// The bytes of whole messages; the first a client sends has no letter before its length.
class Messages {
  constructor(bare) {
    this.bytes = Buffer.alloc(0)
    this.bare = bare
  }

  add(bytes) {
    this.bytes = Buffer.concat([this.bytes, bytes])
    const found = []
    for (;;) {
      const at = this.bare ? 0 : 1
      if (this.bytes.length < at + 4) return found
      const size = at + this.bytes.readInt32BE(at)
      if (this.bytes.length < size) return found
      found.push({ letter: this.bare ? 'startup' : String.fromCharCode(this.bytes[0]), bytes: this.bytes.subarray(0, size) })
      this.bytes = this.bytes.subarray(size)
      this.bare = false
    }
  }
}

const WAITED_FOR = new Set(['startup', 'Q', 'S', 'p', 'F'])

function endsTurn({ letter, bytes }) {
  const signIn = letter === 'R' ? bytes.readInt32BE(5) : 0
  return letter === 'Z' || (signIn !== 0 && signIn !== 12)
}

function relay({ host, port, control, room }, parent) {
  const sent = new Messages(true)
  const got = new Messages(false)
  let turns = 0
  let answer = Buffer.alloc(0)
  const hand = () => {
    const part = answer.subarray(0, ROOM)
    answer = answer.subarray(part.length)
    room.set(part)
    control[LENGTH] = part.length
    control[MORE] = answer.length > 0 ? 1 : 0
    Atomics.store(control, ANSWERED, 1)
    Atomics.notify(control, ANSWERED)
  }
  const socket = net.connect(port, host)
  const onData = (bytes) => {
    answer = Buffer.concat([answer, bytes])
    turns -= got.add(bytes).filter(endsTurn).length
    if (turns === 0) hand()
  }
  socket.on('data', onData)
  const end = () => { turns = 0; hand() }
  socket.on('close', end)
  socket.on('error', end)
  parent.on('message', (ask) => {
    if (ask === null) return hand()
    socket.write(ask)
    turns += sent.add(Buffer.from(ask)).filter((each) => WAITED_FOR.has(each.letter)).length
    if (turns === 0) hand()
  })
}

if (isMainThread) {
  const { pgDump } = await import('@electric-sql/pglite-tools/pg_dump')
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const [host, port, connection, ...options] = line.split(' ')
    const wire = new Wire(host, Number(port))
    const said = (word, text) => console.log(word + ' ' + Buffer.from(text).toString('base64'))
    try {
      const words = Buffer.from(connection, 'base64').toString()
      const dump = await pgDump({ pg: wire, args: [...options, '--dbname=' + words] })
      said('ok', await dump.text())
    } catch (failure) {
      said('failed', String(failure))
    }
    await wire.close()
  }
} else {
  relay(workerData, (await import('node:worker_threads')).parentPort)
}
