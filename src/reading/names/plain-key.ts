/** A name as texts are compared with it. */
import { typed } from '../typed.ts';

export const plainKey = (name: string): string => typed(name).plain;
