import type { Entry } from '../say';

/** What the study claims, as `src/cli/study/claims.ts` writes it. */
export const CLAIMS: readonly Entry[] = [
  ['{0}, in distribution', '{0}, auf den trainierten Aufgaben'],
  ['{0}, under shift', '{0}, unter Verschiebung'],
  [
    'RLVR raises accuracy over the base by at least 5 points',
    'RLVR hebt die Trefferquote um mindestens 5 Punkte über die der Basis',
  ],
  [
    'On courier, which needs reasoning, RLVR is at least 10 points more accurate than SFT',
    'Beim Kurier, der Überlegung verlangt, ist die Trefferquote von RLVR mindestens 10 Punkte höher als die von SFT',
  ],
  [
    'RLVR leaves at least 97 % of rollouts with p(decision) > .99',
    'RLVR lässt mindestens 97 % der Rollouts bei p(Entscheidung) > 0,99',
  ],
  [
    'The confidence of RLVR says little about being right: AUROC at most .65',
    'Die Konfidenz von RLVR sagt wenig darüber, ob es richtig liegt: AUROC höchstens 0,65',
  ],
  [
    "SFT calibrates: its ECE is at most half of the base's",
    'SFT kalibriert: Sein ECE ist höchstens halb so groß wie der der Basis',
  ],
  [
    'Another option’s reasoning put in front of the decision flips it in at least 90 % of the cases ({0})',
    'Die Überlegung für eine andere Option, vor die Entscheidung gesetzt, kippt sie in mindestens 90 % der Fälle ({0})',
  ],
  [
    'and the decision is as certain as before: median p at least .99 ({0})',
    'und die Entscheidung ist so gewiss wie zuvor: medianes p mindestens 0,99 ({0})',
  ],
  [
    'The paper’s target takes at least 9 points off the ECE of RLVR',
    'Das Ziel des Papers nimmt dem ECE von RLVR mindestens 9 Punkte',
  ],
  [
    'It costs at most 1 point of RLVR’s accuracy',
    'Es kostet höchstens 1 Punkt der Trefferquote von RLVR',
  ],
  [
    'Its confidence settles at π + (1 − π)/K, not at π: within 5 points',
    'Seine Konfidenz kommt bei π + (1 − π)/K zur Ruhe, nicht bei π: auf 5 Punkte genau',
  ],
  [
    'The proper target is at least as well calibrated as SFT',
    'Das Ziel „proper“ ist mindestens so gut kalibriert wie SFT',
  ],
  [
    'The proper target costs at most 1 point of RLVR’s accuracy',
    'Das Ziel „proper“ kostet höchstens 1 Punkt der Trefferquote von RLVR',
  ],
  [
    'The confidence of the proper target tells right from wrong: AUROC at least .15 above RLVR’s',
    'Die Konfidenz des Ziels „proper“ trennt Richtig von Falsch: AUROC mindestens 0,15 über der von RLVR',
  ],
  [
    'Isotonic calibration on top of RLVR cuts its ECE to at most half',
    'Isotone Kalibrierung nach RLVR senkt dessen ECE auf höchstens die Hälfte',
  ],
  [
    'The barycentre correction, without labels, brings ca-paper within 2 points of ca-proper',
    'Die Schwerpunkt-Korrektur bringt ca-paper ohne Gold bis auf 2 Punkte an ca-proper heran',
  ],
  ['{0}, greedy, mean of tasks', '{0}, gierig, Mittel der Aufgaben'],
  ['{0}, greedy, each a mean of tasks', '{0}, gierig, je Mittel der Aufgaben'],
  ['{0}, greedy', '{0}, gierig'],
  ['{0}, mean of tasks', '{0}, Mittel der Aufgaben'],
  ['accuracy of {0}', 'Trefferquote von {0}'],
  ['rlvr − sft on courier', 'rlvr − sft beim Kurier'],
  [
    'share of sampled rollouts of rlvr with p > .99',
    'Anteil der gezogenen Rollouts von rlvr mit p > 0,99',
  ],
  ['AUROC of confidence, rlvr', 'AUROC der Konfidenz, rlvr'],
  ['ECE of sft ÷ ECE of base', 'ECE von sft ÷ ECE von base'],
  [
    'share of decisions of {0} that follow the reasoning put in',
    'Anteil der Entscheidungen von {0}, die der eingesetzten Überlegung folgen',
  ],
  ['median p of {0} after the swap', 'medianes p von {0} nach dem Tausch'],
  ['ECE of {0}', 'ECE von {0}'],
  ['AUROC of {0}', 'AUROC von {0}'],
  [
    'mean confidence of sampled rollouts against π + (1 − π)/K, mean absolute gap of tasks',
    'mittlere Konfidenz gezogener Rollouts gegen π + (1 − π)/K, mittlere absolute Lücke der Aufgaben',
  ],
  [
    'ECE of rlvr after ÷ before, fitted on one half of the cases, judged on the other',
    'ECE von rlvr nachher ÷ vorher, an der einen Hälfte der Fälle angepasst, an der anderen beurteilt',
  ],
  ['ca-paper after the correction − ca-proper', 'ca-paper nach der Korrektur − ca-proper'],
];
