/** Sizes and inks of all pictures. */
export const WIDTH = 1_080;
export const FONT = 'Be Vietnam Pro';
/** On a phone the picture is a third as wide: smaller letters could not be read. */
export const SIZES = { title: 42, subtitle: 28, label: 27, number: 25, source: 23 } as const;
export const INK = '#1F2328';
export const PALE = '#57606A';
export const MARGIN = 30;

export const axisLabel = { fontFamily: FONT, fontSize: SIZES.label, color: INK, lineHeight: 32 };

/** Dark letters on light colours. */
export const inkOn = (colour: string): string => {
  const [red = 0, green = 0, blue = 0] = partsOf(colour);
  return red * 0.299 + green * 0.587 + blue * 0.114 > 140 ? INK : '#FFFFFF';
};

/** A number in the colour of its line, dark enough to be read on white. */
export const inkOf = (colour: string): string =>
  `#${partsOf(colour)
    .map((part) =>
      Math.round(part * 0.7)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

const partsOf = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
