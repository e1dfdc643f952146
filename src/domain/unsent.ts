/** Why a message did not arrive, as far as people can do something about it. */
export type UnsentReason = 'no_account' | 'shut' | 'banned' | 'blocked' | 'unanswered' | 'refused';

/** @param error what was noted of the send: our words, or the platform's */
export const unsentReason = (error: string | null): UnsentReason => {
  const found = SIGNS.find(([sign]) => sign.test(error ?? ''));
  return found?.[1] ?? 'refused';
};

const SIGNS: readonly (readonly [sign: RegExp, reason: UnsentReason])[] = [
  [/^no account/, 'no_account'],
  [/is shut$/, 'shut'],
  [/was stopped$/, 'banned'],
  [/blocked|gone|was left$|deactivated|not found/i, 'blocked'],
  [/^no answer|answer was lost/, 'unanswered'],
];
