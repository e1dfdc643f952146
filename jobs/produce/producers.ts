/** Everything that can be made. */
import { makeFiguresChart, makeFiguresSheet } from './figures.ts';
import type { Producer } from './producer.ts';

export const producers: readonly Producer[] = [makeFiguresChart, makeFiguresSheet];
