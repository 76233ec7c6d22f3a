import type { Entry } from '../say';

/** Calibrators: what they do, and why one could not be fitted. */
export const CALIBRATION: readonly Entry[] = [
  ['{0} (needs no labels)', '{0} (braucht kein Gold)'],
  ['{0} (fitted on {1} decisions)', '{0} (an {1} Entscheidungen angepasst)'],
  ['logits divided by T = {0}', 'Logits geteilt durch T = {0}'],
  ['decision logits multiplied by α = {0}', 'Logits der Entscheidung multipliziert mit α = {0}'],
  ['p → (1 − ε)·p + ε/K with ε = {0}', 'p → (1 − ε)·p + ε/K mit ε = {0}'],
  [
    'sigmoid({0}·logit(c) + {1}) (fitted on {2} decisions)',
    'Sigmoide({0}·logit(c) + {1}) (an {2} Entscheidungen angepasst)',
  ],
  [
    'sigmoid({0}·ln c − {1}·ln(1 − c) + {2}) (fitted on {3} decisions)',
    'Sigmoide({0}·ln c − {1}·ln(1 − c) + {2}) (an {3} Entscheidungen angepasst)',
  ],
  ['sigmoid({0}·logit(c) + {1})', 'Sigmoide({0}·logit(c) + {1})'],
  ['sigmoid({0}·ln c − {1}·ln(1 − c) + {2})', 'Sigmoide({0}·ln c − {1}·ln(1 − c) + {2})'],
  ['non-decreasing line through {0} points', 'nie fallende Linie durch {0} Punkte'],
  ['fraction right in each of {0} bins', 'Anteil der richtigen in jedem von {0} Bins'],
  ['Platt scaling averaged in {0} bins', 'Platt-Skalierung, in {0} Bins gemittelt'],
  [
    'the fit on {0} decisions found no minimum; fit on more cases, or use “platt” or “histogram”.',
    'die Anpassung an {0} Entscheidungen fand kein Minimum; passen Sie an mehr Fälle an oder nehmen Sie Platt oder Histogramm-Bins.',
  ],
  [
    'the fit on {0} decisions found no minimum; fit on more cases, or use “histogram”.',
    'die Anpassung an {0} Entscheidungen fand kein Minimum; passen Sie an mehr Fälle an oder nehmen Sie Histogramm-Bins.',
  ],
  [
    'in the {0} decisions of the fitting split more confidence goes with fewer right decisions; use “platt”, which may turn the order.',
    'bei den {0} Entscheidungen zum Anpassen geht mehr Konfidenz mit weniger richtigen Entscheidungen einher; nehmen Sie Platt, das die Reihenfolge umkehren darf.',
  ],
  [
    'there is no decision to fit on; choose a larger fitting split.',
    'es gibt keine Entscheidung zum Anpassen; rechnen Sie mehr Fälle.',
  ],
  [
    'all {0} decisions of the fitting split are right, which says nothing about confidence; fit on more cases, or use “barycentre”, which needs no labels.',
    'alle {0} Entscheidungen zum Anpassen sind richtig, das sagt nichts über Konfidenz; passen Sie an mehr Fälle an oder nehmen Sie die Schwerpunkt-Korrektur, die kein Gold braucht.',
  ],
  [
    'all {0} decisions of the fitting split are wrong, which says nothing about confidence; fit on more cases, or use “barycentre”, which needs no labels.',
    'alle {0} Entscheidungen zum Anpassen sind falsch, das sagt nichts über Konfidenz; passen Sie an mehr Fälle an oder nehmen Sie die Schwerpunkt-Korrektur, die kein Gold braucht.',
  ],
  [
    'all {0} decisions of the fitting split have the same confidence, so there is no slope to fit; use “histogram”, or fit on more cases.',
    'alle {0} Entscheidungen zum Anpassen haben dieselbe Konfidenz, es gibt also keine Steigung anzupassen; nehmen Sie Histogramm-Bins oder passen Sie an mehr Fälle an.',
  ],
  [
    'in the fitting split confidence alone parts the right decisions from the wrong ones ({0} decisions), and the fit would answer only 0 and 1; fit on more cases, or use “histogram”.',
    'bei den {0} Entscheidungen zum Anpassen trennt die Konfidenz allein richtige von falschen, die Anpassung gäbe nur 0 und 1; passen Sie an mehr Fälle an oder nehmen Sie Histogramm-Bins.',
  ],
  [
    'no decision gives its gold option any probability; choose a larger fitting split.',
    'keine Entscheidung gibt ihrer Gold-Option eine Wahrscheinlichkeit; rechnen Sie mehr Fälle.',
  ],
  [
    'in all {0} decisions of the fitting split gold has the largest logit, so the best temperature is 0; fit on more cases.',
    'bei allen {0} Entscheidungen zum Anpassen hat Gold den größten Logit, die beste Temperatur ist also 0; passen Sie an mehr Fälle an.',
  ],
  [
    'over the {0} decisions of the fitting split the logits point away from gold, so the best temperature is infinite; check how options and gold are paired, or use “platt”.',
    'bei den {0} Entscheidungen zum Anpassen weisen die Logits von Gold weg, die beste Temperatur ist also unendlich; prüfen Sie, wie Optionen und Gold gepaart sind, oder nehmen Sie Platt.',
  ],
  [
    'no decision is left to judge it on; run more cases.',
    'keine Entscheidung bleibt, ihn daran zu beurteilen; rechnen Sie mehr Fälle.',
  ],
];
