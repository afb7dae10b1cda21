const blockBits = 16
const blockSize = 1 << blockBits

/** A list of whole numbers up to 32 bits that grows without being copied. */
export class Uint32List {
  readonly #blocks: Uint32Array[] = []
  #length = 0

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if (this.#length >> blockBits === this.#blocks.length) this.#blocks.push(new Uint32Array(blockSize))
    this.#length += 1
    this.set(this.#length - 1, value)
  }

  /** The number at a place; 0 if none was set there. */
  get(at: number): number {
    return this.#blocks[at >> blockBits]?.[at & (blockSize - 1)] ?? 0
  }

  /** The numbers from `start` up to, but not including, `end`. */
  slice(start: number, end: number): Uint32Array {
    const numbers = new Uint32Array(end - start)
    for (let at = start; at < end; at++) numbers[at - start] = this.get(at)
    return numbers
  }

  set(at: number, value: number): void {
    const block = this.#blocks[at >> blockBits]
    if (block) block[at & (blockSize - 1)] = value
  }
}
