/** A text with a line end after at most so many characters, as e-mail has it; the first line set in. */
export function hardWrapped(text: string, width: number, indent = ''): string {
  const lines = [indent];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1] ?? '';
    if (line.trim() === '') lines[lines.length - 1] = line + word;
    else if (line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join('\n');
}
