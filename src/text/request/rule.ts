/** The regulation version as explanations name it; terms that are our proposal say so. */
import type { Regulation } from '#domain/reference.ts';

export const ruleName = ({ number, title, termsAreProposal }: Regulation): string =>
  `theo Quy chế${termsAreProposal ? ' (đề xuất)' : ''}, ${number ?? title}`;
