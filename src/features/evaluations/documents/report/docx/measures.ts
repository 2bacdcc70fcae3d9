/*
 * Page measures of GB/T 9704-2012 (5.2, 6): A4, text block 156 mm × 225 mm, 22 lines of 28 characters.
 * Unit: twips (1/20 pt) unless named otherwise.
 */
export const PAGE = { width: 11906, height: 16838 } as const;
export const MARGIN = { top: 2098, bottom: 1984, left: 1588, right: 1474 } as const;
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;

/** 3号 type and seven eighths of its height between the lines, rounded to what fills 22 lines. */
export const LINE_PITCH = 579;
/**
 * Squeezes 28 characters of 16 pt into 156 mm. A character grid would say the same, but programs other than
 * Word give each character two cells when the grid is narrower than the type.
 */
export const CHARACTER_SPACE = -5;

/** Page numbers stand 7 mm below the text block: 35 mm less 7 mm less a line of 4号. */
export const FOOTER_DISTANCE = 1304;
export const HEADER_DISTANCE = 1134;

/** Type sizes in half points, by their Chinese names. */
export const SIZE = {
  hao2: 44,
  hao3: 32,
  hao4: 28,
  xiao4: 24,
  hao5: 21,
  xiao5: 18,
} as const;

/** The drawing unit of pictures in Word is the pixel of 1/96 inch, that is 15 twips. */
export const TWIPS_PER_PIXEL = 15;
