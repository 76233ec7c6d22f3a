import {
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  type SymbolType,
} from 'd3-shape';

/** Colour (Okabe–Ito) and marker of an arm: the same in every chart. `colour` is a variable of the theme. */
export type ArmStyle = { readonly colour: string; readonly marker: Marker };
export type Marker = 'circle' | 'square' | 'diamond' | 'triangle' | 'cross' | 'down' | 'star';

const STYLES: Readonly<Record<string, ArmStyle>> = {
  base: { colour: 'var(--arm-base)', marker: 'circle' },
  sft: { colour: 'var(--arm-sft)', marker: 'square' },
  'sft-reasoned': { colour: 'var(--arm-sft-reasoned)', marker: 'down' },
  rlvr: { colour: 'var(--arm-rlvr)', marker: 'triangle' },
  'ca-paper': { colour: 'var(--arm-ca-paper)', marker: 'cross' },
  'ca-proper': { colour: 'var(--arm-ca-proper)', marker: 'diamond' },
  'ca-gold': { colour: 'var(--arm-ca-gold)', marker: 'star' },
};

/** The style of an arm; that of the base for one that is not known. */
export function armStyle(arm: string): ArmStyle {
  return STYLES[arm] ?? STYLES.base!;
}

/** Shape of each marker; `down` is a triangle to be turned by 180°. */
export const SYMBOLS: Readonly<Record<Marker, SymbolType>> = {
  circle: symbolCircle,
  square: symbolSquare,
  diamond: symbolDiamond,
  triangle: symbolTriangle,
  cross: symbolCross,
  down: symbolTriangle,
  star: symbolStar,
};
