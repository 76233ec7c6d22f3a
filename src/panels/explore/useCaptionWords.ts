import { useMemo } from 'react';
import type { CaptionWords } from '../../state/export/figureCaption';
import { CAPTION_STRINGS } from '../../strings/caption';
import { CONTROL_STRINGS } from '../../strings/controls';
import { useLocale, useStrings } from '../../strings/language';
import { useSay } from '../../strings/messages';

/** The shown language, to write captions in. */
export function useCaptionWords(): CaptionWords {
  const locale = useLocale();
  const caption = useStrings(CAPTION_STRINGS);
  const { calibrators } = useStrings(CONTROL_STRINGS);
  const say = useSay();
  return useMemo(
    () => ({ locale, caption, calibrators, say }),
    [locale, caption, calibrators, say],
  );
}
