/** "+1.25", "−0.40": with a minus as wide as the plus. */
export function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}

/** "83%"; never 100 for what is not quite that. */
export function sharesText(confidence: number): string {
  return `${Math.min(99, Math.round(confidence * 100))}%`;
}
