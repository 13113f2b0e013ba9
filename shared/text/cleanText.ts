/**
 * Text as it can be set: lone surrogates become U+FFFD, line ends of all kinds become one, tabs become spaces and other
 * control characters, which have no shape, go. Writers downstream may rely on it: no format can store them safely.
 */
export function cleanText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return (
    text
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
      .replace(/\t/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this line is about
      .replace(/[\0-\x09\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]/g, '')
  );
}
