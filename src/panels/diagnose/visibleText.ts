/** A token's text with its spaces and line breaks to be seen. */
export function visibleText(text: string): string {
  return text.replaceAll('\n', '⏎').replaceAll(' ', '␣') || '∅';
}
