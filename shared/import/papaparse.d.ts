/**
 * The little of papaparse that is used here. Its published types refer to Node and the DOM, which shared/ must
 * compile without.
 */
declare module 'papaparse' {
  interface ParseError {
    /** `Quotes` or another group. */
    readonly type: string;
    /** Where in the text: for quotes, just behind the opening one. */
    readonly index?: number;
  }
  interface ParseOptions {
    readonly delimiter: string;
    readonly newline: string;
    readonly quoteChar?: string;
    /** Stop after so many rows; 0 reads all. */
    readonly preview?: number;
  }
  interface Parser {
    parse(text: string, options: ParseOptions): { readonly data: string[][]; readonly errors: readonly ParseError[] };
  }
  const parser: Parser;
  export default parser;
}
