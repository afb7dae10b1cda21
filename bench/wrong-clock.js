/**
 * Loaded before a process begins: its clock is off by CLOCK_OFF_MS from the start, and by CLOCK_JUMP_MS more once CLOCK_JUMP_AFTER_MS
 * have passed, as where somebody sets a machine's clock.
 */
const off = Number(process.env['CLOCK_OFF_MS'] ?? 0)
const jump = Number(process.env['CLOCK_JUMP_MS'] ?? 0)
const after = Number(process.env['CLOCK_JUMP_AFTER_MS'] ?? Number.POSITIVE_INFINITY)
const RealDate = Date
const now = () => RealDate.now() + off + (performance.now() > after ? jump : 0)

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, self) => Reflect.construct(target, given.length === 0 ? [now()] : given, self),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
