const bits = new DataView(new ArrayBuffer(8))

/** ln 2 as a part whose products with exponents are exact, and the rest. */
const ln2High = 0.6931471803691238
const ln2Low = 1.9082149292705877e-10

/**
 * The natural logarithm of a positive number that is not denormal, the same to the last bit in every engine: it only adds,
 * multiplies and divides, which IEEE 754 leaves no choice in. `Math.log` may be rounded as an engine likes, and is.
 * Within one unit of the last place (fdlibm's `e_log.c`, Sun Microsystems 1993).
 */
export function naturalLog(x: number): number {
  bits.setFloat64(0, x)
  const high = bits.getUint32(0)
  let exponent = (high >>> 20) - 1023
  const fraction = high & 0xfffff
  // x = 2 ** exponent * (1 + f), with 1 + f between the roots of a half and of two.
  const isUpper = (fraction + 0x95f64) & 0x100000
  bits.setUint32(0, fraction | (isUpper ^ 0x3ff00000))
  exponent += isUpper >>> 20
  const f = bits.getFloat64(0) - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373))
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)))
  const half = 0.5 * f * f
  return exponent * ln2High - (half - (s * (half + even + odd) + exponent * ln2Low) - f)
}
