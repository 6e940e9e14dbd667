/** Short texts are set larger: one sentence deserves to be read with ease. */
export function lengthClass(length: number): 'short' | 'medium' | 'long' {
  if (length <= 120) return 'short';
  return length <= 400 ? 'medium' : 'long';
}
