/**
 * Lines of a stream, one for each line feed: whoever asks line by line matches answers to them by their number. Node's own
 * reader also breaks at U+2028 and at a return within a line, which come with text copied from documents.
 */

/** @param chunks bytes; what is no UTF-8 is read as a sign that nothing means, a byte order mark is left out */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest: string[] = [];
  for await (const chunk of chunks) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    rest.push(first);
    for (const next of others) {
      yield withoutReturn(rest.join(''));
      rest = [next];
    }
  }
  const last = rest.join('') + decoder.decode();
  if (last !== '') yield withoutReturn(last);
}

/** Files from Windows end their lines with one. */
const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
