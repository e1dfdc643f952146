/** What the database tools need of a logger; pino's fits. Bindings come first, the sentence second. */
type Write = (bindings: Readonly<Record<string, unknown>>, message: string) => void;

export type Log = { readonly info: Write; readonly warn: Write; readonly error: Write };
