/** Where decisions are parted by their option mass: at its median, or at a share. */
export const CUTS = ['median', 0.99, 0.9] as const;
export type Cut = (typeof CUTS)[number];
