/** Whether words say which year they mean: "quý III năm ngoái", "tháng 11/2026"; "tháng 12" does not. */
import { typed } from './typed.ts';

export const namesYear = (words: string): boolean => /\bnam\b|\d{4}/.test(typed(words).plain);
