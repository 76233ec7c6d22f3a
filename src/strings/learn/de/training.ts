import { numbersOf } from '../../numbers';
import type { Estimate } from '../facts';
import type { StepTexts } from '../shape';
import { gap, range } from './reading';

const { percent, percentFigure, points, probability, counted } = numbersOf('de');

const changed = ({ value, low, high }: Estimate) =>
  `${points(value)} Punkte (95-%-Intervall ${points(low)} bis ${points(high)})`;
const clear = ({ low, high }: Estimate) => low > 0 || high < 0;

export const TRAINING = {
  rlvr: {
    title: 'Was RLVR tut',
    text: [
      'RLVR ist bestärkendes Lernen mit überprüfbaren Belohnungen: Das Modell erzeugt viele Traces, und die, die mit der richtigen Entscheidung enden, werden wahrscheinlicher gemacht. Nach der Konfidenz der Entscheidung fragt die Belohnung nicht.',
      'Zu sehen ist das Basismodell, vor diesem Training. Modelle, die sich nur darin unterscheiden, wie sie trainiert wurden, heißen Arme.',
    ],
    look: 'Merken Sie sich seine Trefferquote, seine mittlere Konfidenz und wo seine Marken liegen.',
    question: 'Was macht RLVR mit der mittleren Konfidenz?',
    choices: {
      fell: 'Sie fällt, um mehr als einen Punkt',
      stayed: 'Sie bleibt, auf einen Punkt genau',
      rose: 'Sie steigt, um mehr als einen Punkt',
    },
    reveal: ({ base, rlvr, accuracy, confidence }) => [
      `Die Trefferquote ändert sich um ${changed(accuracy)}, die mittlere Konfidenz um ${changed(confidence)}, über die ${accuracy.n} Fälle, die beide entschieden haben.`,
      `Mehr als 99 % Konfidenz haben ${percent(base.certain)} der Entscheidungen vorher und ${percent(rlvr.certain)} nachher.`,
      ...(rlvr.ece.high < base.ece.low
        ? [
            `Dennoch fällt der ECE von ${percent(base.ece.value)} auf ${percent(rlvr.ece.value)}. Behalten Sie das im Kopf: Der letzte Schritt fragt, warum.`,
          ]
        : []),
    ],
    lesson: ({ holds, rlvr }) =>
      holds
        ? `Das Modell entscheidet besser und ist so gewiss, wie ein Modell nur sein kann, ob richtig oder falsch: Seine Konfidenz hat eine AUROC von ${probability(rlvr.auroc)}, wo 0,500 nichts sagt. Die Belohnung zahlt für eine richtige Entscheidung, gleich mit welcher Konfidenz.`
        : 'Üblich ist eine höhere Trefferquote bei einer Konfidenz nahe 100 %, ob richtig oder falsch. Diese Tabellen zeigen nicht beides: Lesen Sie sie und nicht die Regel.',
  },
  swap: {
    title: 'Die Entscheidung wird von der Überlegung abgelesen',
    text: [
      'Woher kommt die Gewissheit? Nehmen Sie dem Modell seine eigene Überlegung, setzen Sie eine ein, die für eine andere Option spricht, und lassen Sie es denselben Fall noch einmal entscheiden.',
      'Eine Entscheidung, die den Fall abwägt, müsste nun zögern oder sich sträuben.',
    ],
    look: 'Lesen Sie einen Trace bis zum Ende: Wie deutlich nennt die Überlegung vor der Entscheidung eine Option?',
    question: 'Was macht die Entscheidung nach dem Tausch?',
    choices: {
      follows: 'Sie folgt der neuen Überlegung, mit mehr als 90 % Konfidenz',
      doubts: 'Sie folgt der neuen Überlegung, mit weniger Konfidenz',
      stays: 'Sie bleibt meist bei ihrer eigenen Option',
    },
    reveal: ({ source, rate, median, n }) => [
      source === 'here'
        ? `In diesem Browser getauscht: Nach ${percent(rate.value)} von ${counted(n, { one: 'Tausch', other: 'Tauschen' })} (${range(rate)}) ist die Entscheidung die Option, für die gesprochen wurde. Die mediane Konfidenz beträgt dann ${probability(median)}.`
        : `In der Studie (${counted(n, { one: 'Seed', other: 'Seeds' })} dieses Arms, Mittel dreier Aufgaben) folgen ${percent(rate.value)} der Entscheidungen der eingesetzten Überlegung (${range(rate)}). Die mediane Konfidenz beträgt dann ${probability(median)}. Sehen Sie unten selbst zu, mit dem Modell in Ihrem Browser.`,
    ],
    lesson: ({ truth }) => {
      const value = truth.kind === 'choice' ? truth.value : '';
      if (value === 'follows')
        return 'Das Entscheidungs-Token schreibt ab, was die Überlegung schließt. Seine Wahrscheinlichkeit sagt, wie deutlich der Schluss dasteht, nicht, wie wahrscheinlich er stimmt. Wo nie ein Zweifel ist, können Belohnungen auch keinen wahrscheinlicher machen.';
      if (value === 'doubts')
        return 'Hier folgt die Entscheidung, aber der Tausch kostet sie Konfidenz: Sie ist keine bloße Abschrift der Überlegung.';
      return 'Hier sträubt sich die Entscheidung meist: Nach diesen Zahlen ist sie mehr als eine Abschrift der Überlegung.';
    },
  },
  repair: {
    title: 'Die kalibrierungsbewusste Abhilfe',
    text: [
      'Belohnungen können nur wahrscheinlicher machen, was manche Traces schon tun. Hat keiner eine ehrliche Konfidenz, bringen Belohnungen sie nicht hervor. Kalibrierungsbewusstes bestärkendes Lernen belohnt deshalb die Überlegung wie zuvor, trainiert das Entscheidungs-Token aber gesondert: Es gibt den Wahrscheinlichkeiten dort ein Ziel.',
      'Das Ziel des Papers, dem dieser Kurs folgt: wo die Entscheidung richtig ist, 100 % für die gewählte Option; wo sie falsch ist, gleich viel für jede der K Optionen. Eine falsche Wahl bekommt also immer noch 1/K. Das Ziel „proper“ gibt einer falschen Wahl nichts.',
    ],
    look: 'Zu sehen ist RLVR. Merken Sie sich seinen ECE.',
    question: 'Wie groß ist der ECE des Arms mit dem Ziel „proper“, bei denselben Fällen?',
    choices: {},
    reveal: ({ ece, accuracy, paper, settles }) => [
      `Von RLVR zum Ziel „proper“ ändert sich der ECE um ${changed(ece)} und die Trefferquote um ${changed(accuracy)}, über die ${ece.n} Fälle, die beide entschieden haben.`,
      `Das Ziel des Papers, vollkommen gelernt von einem Arm, der zu ${percent(paper.accuracy.value)} richtig liegt, brächte die mittlere Konfidenz auf ${percentFigure(paper.accuracy.value)} % + ${percentFigure(1 - paper.accuracy.value)} %/${paper.k} = ${percent(settles)}, über die Trefferquote. Gemessen: ${percent(paper.meanConfidence.value)}.`,
    ],
    lesson: ({ ece, accuracy, repaired }) => {
      const lean = repaired.meanConfidence.value - repaired.accuracy.value;
      const rest =
        repaired.ece.value > 2 * repaired.nullEce
          ? ` Kalibriert ist er noch nicht: Im Mittel behauptet er ${gap(lean)} Punkte ${lean > 0 ? 'zu viel' : 'zu wenig'}, und sein ECE ist ${percentFigure(repaired.ece.value)} %, wo ein kalibriertes Modell etwa ${percent(repaired.nullEce)} zeigte.`
          : '';
      const price = !clear(accuracy)
        ? 'ohne klare Änderung der Trefferquote'
        : accuracy.value < 0
          ? 'auf Kosten der Trefferquote'
          : 'und die Trefferquote steigt dazu';
      if (!(ece.high < 0))
        return `Hier fällt der ECE nicht klar: Diese Tabellen zeigen die Abhilfe nicht bei der Arbeit.${rest}`;
      return `Unmittelbar trainiert, lernt das Entscheidungs-Token zu zweifeln: Der ECE fällt, ${price}.${rest}`;
    },
  },
} satisfies Pick<StepTexts, 'rlvr' | 'swap' | 'repair'>;
