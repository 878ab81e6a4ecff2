/** Bytes where nothing else is said. What is written keeps to them, so that every backup can be read again. */
export const limits = {
  /** Of the zip itself. */
  file: 272 * 1024 * 1024,
  /** Files and folders in it. */
  entries: 5000,
  /** Of one file, inflated. */
  entry: 64 * 1024 * 1024,
  /** Of all files that are read, inflated. */
  total: 256 * 1024 * 1024,
  /** Of a path in it. */
  name: 1024,
  manifest: 8 * 1024 * 1024,
  /** A file that is larger than `free` may be at most `times` as large as its part of the zip. */
  ratio: { free: 8 * 1024 * 1024, times: 100 },
} as const
