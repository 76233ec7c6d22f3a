import { useEffect, useState, type RefObject } from 'react';
import type { Settings } from '../../state/settings';
import { useExplorer } from '../context';

/** Milliseconds after which what is off the screen follows too. */
const REST = 200;

/** The settings, at once while the element is on the screen, else when the sliders rest: what nobody sees costs no frame. */
export function useSeenSettings(element: RefObject<Element | null>): Settings {
  const { settings } = useExplorer();
  const [shown, setShown] = useState(settings.getState());
  useEffect(() => {
    let seen = true;
    let timer: number | undefined;
    const follow = () => {
      window.clearTimeout(timer);
      setShown(settings.getState());
    };
    const changed = () => {
      window.clearTimeout(timer);
      if (seen) follow();
      else timer = window.setTimeout(follow, REST);
    };
    const observer = new IntersectionObserver((changes) => {
      seen = changes.at(-1)?.isIntersecting ?? true;
      if (seen) follow();
    });
    if (element.current !== null) observer.observe(element.current);
    const leave = settings.subscribe(changed);
    follow();
    return () => {
      window.clearTimeout(timer);
      observer.disconnect();
      leave();
    };
  }, [settings, element]);
  return shown;
}
