/** Arms in the order of every table. */
export const ARMS = [
  'base',
  'sft',
  'sft-reasoned',
  'rlvr',
  'ca-paper',
  'ca-proper',
  'ca-gold',
] as const;
