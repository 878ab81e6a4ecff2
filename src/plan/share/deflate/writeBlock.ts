import type { BitWriter } from './bitWriter.ts'
import { bestCode, type Header, headerOrder } from './blockCode.ts'
import {
  distanceBases,
  distanceExtraBits,
  distanceIndexOf,
  endOfBlock,
  lengthBases,
  lengthExtraBits,
  lengthIndexOf,
} from './deflateCodes.ts'
import type { Block } from './splitBlocks.ts'
import { countTokens, type Tokens } from './tokens.ts'

export function writeBlock(writer: BitWriter, tokens: Tokens, { from, to }: Block, isLast: boolean): void {
  const code = bestCode(countTokens(tokens, from, to))
  writer.write(isLast ? 1 : 0, 1)
  writer.write(code.header ? 2 : 1, 2)
  if (code.header) writeHeader(writer, code.header)
  const writeLiteral = codeWriter(writer, code.literals)
  const writeDistance = codeWriter(writer, code.distances)
  for (let at = from; at < to; at++) {
    const length = tokens.lengths[at] ?? 0
    const value = tokens.values[at] ?? 0
    if (length === 1) {
      writeLiteral(value)
      continue
    }
    const lengthIndex = lengthIndexOf(length)
    const distanceIndex = distanceIndexOf(value)
    writeLiteral(endOfBlock + 1 + lengthIndex)
    writer.write(length - (lengthBases[lengthIndex] ?? 0), lengthExtraBits[lengthIndex] ?? 0)
    writeDistance(distanceIndex)
    writer.write(value - (distanceBases[distanceIndex] ?? 0), distanceExtraBits[distanceIndex] ?? 0)
  }
  writeLiteral(endOfBlock)
}

function writeHeader(writer: BitWriter, header: Header): void {
  writer.write(header.literalCount - 257, 5)
  writer.write(header.distanceCount - 1, 5)
  writer.write(header.lengthCount - 4, 4)
  for (const symbol of headerOrder.slice(0, header.lengthCount)) writer.write(header.lengths[symbol] ?? 0, 3)
  const writeLength = codeWriter(writer, header.lengths)
  for (const { symbol, extra, extraBits } of header.runs) {
    writeLength(symbol)
    writer.write(extra, extraBits)
  }
}

/** Canonical codes (RFC 1951, 3.2.2). Alone among all values they are written with their highest bit first. */
function codeWriter(writer: BitWriter, lengths: Uint8Array): (symbol: number) => void {
  const codes = new Uint16Array(lengths.length)
  let code = 0
  for (let bits = 1; bits <= 15; bits++) {
    code <<= 1
    for (const [symbol, length] of lengths.entries()) {
      if (length === bits) codes[symbol] = reversed(code++, bits)
    }
  }
  return symbol => writer.write(codes[symbol] ?? 0, lengths[symbol] ?? 0)
}

function reversed(code: number, bits: number): number {
  let result = 0
  for (let at = 0; at < bits; at++) result |= ((code >> at) & 1) << (bits - 1 - at)
  return result
}
