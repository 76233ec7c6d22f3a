import { useEffect, useState } from 'react';

/** Milliseconds without a change after which resampling begins. */
const REST = 120;

/** `value` once it rests, and whether that is the present one: for what is too slow to follow a slider. */
export function useSettled<T>(value: T): readonly [settled: T, fresh: boolean] {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), REST);
    return () => clearTimeout(timer);
  }, [value]);
  return [settled, settled === value];
}
