/** Faults of Zalo's servers on demand. Each takes the place of, or comes around, the true answer. */
export type Fault =
  /** No effect; this code, with words. */
  | { readonly do: 'answer'; readonly code: number; readonly message?: string }
  /** Never answered, or cut off; `after`: the message was seen. */
  | { readonly do: 'hang' | 'cut'; readonly when: 'before' | 'after' }
  /** A gateway's page in place of an answer; the message was seen. */
  | { readonly do: 'page' }
  /** The answer leads elsewhere. */
  | { readonly do: 'redirect'; readonly to: string };

export type Faults = ReturnType<typeof createFaults>;

export const createFaults = () => {
  const rules: { readonly method: string; readonly fault: Fault; readonly to: string | null; left: number }[] = [];
  return {
    add: (method: string, fault: Fault, times = 1): void => {
      rules.push({ method, fault, to: null, left: times });
    },
    /** Of calls that concern this receiver, once. */
    addFor: (to: string, method: string, fault: Fault): void => {
      rules.push({ method, fault, to, left: 1 });
    },
    take: (method: string, to: unknown = null): Fault | null => {
      const found = rules.find((rule) => rule.left > 0 && rule.method === method && (rule.to ?? to) === to);
      if (found === undefined) return null;
      found.left -= 1;
      return found.fault;
    },
  };
};
