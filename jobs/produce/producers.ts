/** Everything that can be made. */
import type { Producer } from './producer.ts';

export const producers: readonly Producer[] = [];
