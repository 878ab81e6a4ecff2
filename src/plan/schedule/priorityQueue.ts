/** A binary heap of numbers that stand for things, the smallest key on top and among equals the smallest number. */
export class PriorityQueue {
  size = 0
  private readonly items: Int32Array
  private readonly keys: ArrayLike<number>

  /** `keys[item]` must not change while the item is queued. */
  constructor(capacity: number, keys: ArrayLike<number>) {
    this.items = new Int32Array(capacity)
    this.keys = keys
  }

  push(item: number): void {
    let at = this.size++
    while (at > 0) {
      const parent = (at - 1) >> 1
      const other = this.items[parent] as number
      if (!this.isBefore(item, other)) break
      this.items[at] = other
      at = parent
    }
    this.items[at] = item
  }

  /** The one with the smallest key. The queue must not be empty. */
  pop(): number {
    const top = this.items[0] as number
    const item = this.items[--this.size] as number
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= this.size) break
      if (child + 1 < this.size && this.isBefore(this.items[child + 1] as number, this.items[child] as number)) child++
      const other = this.items[child] as number
      if (!this.isBefore(other, item)) break
      this.items[at] = other
      at = child
    }
    this.items[at] = item
    return top
  }

  peek(): number {
    return this.items[0] as number
  }

  clear(): void {
    this.size = 0
  }

  private isBefore(a: number, b: number): boolean {
    const keyA = this.keys[a] as number
    const keyB = this.keys[b] as number
    return keyA < keyB || (keyA === keyB && a < b)
  }
}
