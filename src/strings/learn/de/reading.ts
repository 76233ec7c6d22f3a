import { numbersOf } from '../../numbers';
import type { Estimate } from '../facts';
import type { StepTexts } from '../shape';

const { percent, percentFigure, points, factor, probability } = numbersOf('de');

export const range = ({ low, high }: Pick<Estimate, 'low' | 'high'>) =>
  `95-%-Intervall ${percentFigure(low)} bis ${percent(high)}`;
export const gap = (difference: number) => points(Math.abs(difference)).replace('+', '');

export const READING = {
  confidence: {
    title: 'Was Konfidenz ist',
    text: [
      'Neben diesem Text, auf einem Telefon darunter, bearbeitet ein kleines Sprachmodell einen Fall. Es schreibt Token um Token, ein Wort oder ein Stück davon: erst seine Überlegung, dann nach „Answer:“ seine Entscheidung, einen Buchstaben. Der leuchtet: das Entscheidungs-Token. Alles, was es schrieb, heißt Trace.',
      'Am Entscheidungs-Token gibt das Modell jeder Option eine Wahrscheinlichkeit p: die Balken unter dem Trace, einer je Option. Konfidenz ist das p der gewählten Option, wobei alle Optionen zusammen 100 % ergeben.',
      'Konfidenz ist eine Behauptung. Von den Entscheidungen mit 80 % Konfidenz sollten 80 % richtig sein; ein Modell, das dies bei jeder Konfidenz einhält, ist kalibriert.',
    ],
    look: 'Gehen Sie mit den Pfeilknöpfen über dem Trace durch einige Fälle. Die Option mit dem Zeichen „Gold“ ist die richtige. Die schwarzen Striche auf den Balken sind die wahren Wahrscheinlichkeiten (Posterior) nach dem, was der Fall sagt, hier bekannt, weil ein Programm sich die Fälle ausdenkt. Wie oft stimmen Balken und Strich überein?',
    question: 'Welcher Anteil der Entscheidungen ist richtig, über alle Fälle dieser Aufgabe?',
    choices: {},
    reveal: ({ arm, wrong }) => [
      `${percent(arm.accuracy.value)} von ${arm.n} Entscheidungen sind richtig (${range(arm.accuracy)}: so weit reicht der Zufall bei so vielen Fällen). Die mittlere Konfidenz beträgt ${percent(arm.meanConfidence.value)}.`,
      ...(wrong === null
        ? []
        : [
            `Fall ${wrong.index}, den Sie nun sehen, gehört zu den falschen: entschieden mit ${percent(wrong.confidence)} Konfidenz.`,
          ]),
    ],
    lesson: ({ outcome, arm }) => {
      const by = gap(arm.meanConfidence.value - arm.accuracy.value);
      if (outcome === 'above')
        return `Die Behauptung wird nicht eingehalten. Das Modell behauptet ${by} Punkte mehr, als eintritt: Es ist überkonfident.`;
      if (outcome === 'below')
        return `Die Behauptung wird übertroffen. Das Modell behauptet ${by} Punkte weniger, als eintritt: Es ist unterkonfident.`;
      return 'Im Mittel wird die Behauptung hier eingehalten. Ein Mittel kann Fehler in beide Richtungen verdecken; der nächste Schritt sieht genauer hin.';
    },
  },
  diagram: {
    title: 'Das Zuverlässigkeitsdiagramm',
    text: [
      'Das Diagramm legt Entscheidungen mit ähnlicher Konfidenz in Bins, in jeden gleich viele. Jeder Punkt ist ein Bin: Wie weit rechts er steht, sagt, was behauptet wurde (mittlere Konfidenz), seine Höhe, was eintrat (Trefferquote).',
      'Auf der gestrichelten Diagonale stimmen Behauptung und Ergebnis überein. Darunter behauptet das Modell zu viel, darüber zu wenig. Die schattierte Lücke zeigt, wie viel; der dünne Strich ist das 95-%-Intervall der Trefferquote, denn ein Bin enthält wenige Entscheidungen.',
      'Dies ist ein anderes Modell als zuvor, so trainiert, dass seine Konfidenz etwas bedeutet. Wie, zeigt ein späterer Schritt.',
    ],
    look: null,
    question: 'Lesen Sie ab: Welcher Anteil der Entscheidungen ist im Bin ganz rechts richtig?',
    choices: {},
    reveal: ({ bin, n, filled }) => [
      `Dieser Bin, einer von ${filled}, enthält ${bin.count} der ${n} Entscheidungen. Behauptet: ${percent(bin.confidence)}. Eingetreten: ${percent(bin.accuracy)} (${range(bin)}).`,
      `Die Lücke dieses Bins beträgt also ${gap(bin.confidence - bin.accuracy)} Punkte. Seine Fälle stehen unter dem Diagramm.`,
    ],
    lesson: ({ outcome }) =>
      ({
        within:
          'Das Intervall enthält die Behauptung: Eine so große Lücke entsteht bei so wenigen Entscheidungen durch Zufall. Sie spricht nicht gegen das Modell.',
        below:
          'Selbst das obere Ende des Intervalls liegt unter der Behauptung: In diesem Bin ist das Modell überkonfident, und der Zufall erklärt das kaum.',
        above:
          'Selbst das untere Ende des Intervalls liegt über der Behauptung: In diesem Bin ist das Modell unterkonfident, und der Zufall erklärt das kaum.',
      })[outcome],
  },
  ece: {
    title: 'Der ECE und wie er täuscht',
    text: [
      'Der erwartete Kalibrierungsfehler (ECE, expected calibration error) macht aus dem Diagramm eine Zahl: die mittlere Lücke, wobei jeder Bin mit seinem Anteil an den Entscheidungen zählt. Null wäre vollkommen.',
      'Gemessen wird er aber an einer bestimmten Zahl von Entscheidungen in einer bestimmten Zahl von Bins. Beides hinterlässt Spuren.',
    ],
    look: 'Die Zahl steht über dem Diagramm. Unter „Bins als Tabelle“ lassen sich die Bins ändern.',
    question:
      'Ein vollkommen kalibriertes Modell mit solchen Konfidenzen, aber nur 50 Entscheidungen in 15 Bins: Welchen ECE würden Sie im Mittel messen?',
    choices: {},
    reveal: ({ sizes, bins, ties, arm }) => {
      const [first, last] = [sizes[0]!, sizes.at(-1)!];
      const values = bins.map(({ ece }) => ece);
      return [
        `Stichprobe. Soeben simuliert: Mit ${first.n} Entscheidungen zeigt ein kalibriertes Modell im Mittel einen ECE von ${percent(first.mean)}, und in einem von zwanzig Fällen mehr als ${percent(first.upper)}. Mit ${last.n} Entscheidungen sind es immer noch ${percent(last.mean)}. Das ist der Null-ECE, der neben jedem ECE steht.`,
        `Bins. Dieselben ${arm.n} Entscheidungen haben einen ECE zwischen ${percent(Math.min(...values))} und ${percent(Math.max(...values))}, je nachdem, ob man sie in ${bins[0]!.bins} oder ${bins.at(-1)!.bins} Bins oder eine Zahl dazwischen legt.`,
        ...(ties === null
          ? []
          : [
              `Gleichstände. Ein Kalibrator ist eine nachträglich gelernte Regel, die andere Konfidenzen an die Stelle derer des Modells setzt. Ein üblicher, die isotone Regression, lässt von ${ties.n} Entscheidungen nur ${ties.distinct} verschiedene Konfidenzen übrig. Bins, die gleiche Konfidenzen beisammen lassen, ergeben einen ECE von ${percent(ties.together)}. Ein Programm, das sie zerschneidet, liefert ${percent(ties.inFile)} in der Reihenfolge unserer Datei und ${percent(ties.sorted)}, wäre die Datei nach dem Ergebnis sortiert.`,
            ]),
      ];
    },
    lesson: ({ sizes, arm }) =>
      arm.ece.value > sizes.at(-1)!.upper
        ? `Ein ECE sagt wenig ohne die Zahl der Entscheidungen (n), die Bins und den Null-ECE. Der dieses Modells, ${percent(arm.ece.value)}, liegt über dem, was ein kalibriertes Modell bei diesem n in neunzehn von zwanzig Stichproben zeigt: Ein Teil davon ist echt.`
        : `Ein ECE sagt wenig ohne die Zahl der Entscheidungen (n), die Bins und den Null-ECE. Der dieses Modells, ${percent(arm.ece.value)}, ist nicht größer, als ihn auch ein kalibriertes Modell bei diesem n zeigen kann.`,
  },
  scaling: {
    title: 'Temperatur und Skala des Entscheidungs-Tokens',
    text: [
      'Ein Modell berechnet zuerst für jedes mögliche Token eine Zahl, sein Logit z: je größer, desto wahrscheinlicher. Die Temperatur T teilt alle Logits des Trace: mehr Temperatur, weniger Gewissheit, bei jedem Token. Die Skala α multipliziert die Logits des Entscheidungs-Tokens und keine anderen.',
      'Bei der Entscheidung kommt α·z/T an. Keiner der Regler ändert, welche Option vorn liegt; die Trefferquote bleibt also, wie sie ist.',
      'Im Trace gilt: Je blauer ein Token, desto unwahrscheinlicher war es; ein unterstrichenes hatte weniger als die Hälfte.',
    ],
    look: 'Bewegen Sie beide Regler und beobachten Sie Diagramm und Trace: Welcher von beiden färbt die Überlegung um?',
    question: 'Setzen Sie T = 4 und α = 4. Verglichen mit T = 1 und α = 1 ist der ECE dann …',
    choices: { smaller: 'kleiner', same: 'gleich', larger: 'größer' },
    reveal: ({ settings, fitted, n }) => [
      `${settings
        .map(
          ({ temperature, scale, ece }) =>
            `T = ${factor(temperature)}, α = ${factor(scale)}: ECE ${percent(ece)}`,
        )
        .join('. ')} (n = ${n}). Die Trefferquote ist überall ${percent(settings[0]!.accuracy)}.`,
      ...(fitted === null
        ? []
        : [
            `Man kann eine Temperatur auch nachträglich wählen, sodass die Behauptungen passen. Das heißt Rekalibrierung; Sie sehen sie nun. Zur einen Hälfte der Fälle passt T = ${factor(fitted.temperature)} am besten. Bei den anderen ${fitted.n} bringt sie die mittlere Konfidenz von ${percent(fitted.confidenceBefore)} auf ${percent(fitted.confidenceAfter)}, nahe an die Trefferquote von ${percent(fitted.accuracy)}, und den ECE von ${percent(fitted.before)} auf ${percent(fitted.after)}; ein kalibriertes Modell zeigte etwa ${percent(fitted.nullAfter)}.`,
            `Weiß das Modell nun besser, wann es richtig liegt? Man nehme eine richtige und eine falsche Entscheidung: Die Chance, dass die richtige mehr Konfidenz hat, heißt AUROC; eine Münze hat 0,500. Sie geht von ${probability(fitted.aurocBefore)} auf ${probability(fitted.aurocAfter)}.`,
          ]),
    ],
    lesson: ({ truth, fitted }) =>
      truth.kind === 'choice' && truth.value === 'same'
        ? `Nur das Verhältnis α/T erreicht die Entscheidung; T färbt auch die Überlegung um, α nicht. Und die Rekalibrierung durch eine Temperatur senkt oder hebt alle Behauptungen gemeinsam, bis die Behauptung im Mittel das Ergebnis im Mittel trifft. Der ECE kann also fallen, während die Reihenfolge der Entscheidungen fast dieselbe bleibt${fitted !== null && Math.abs(fitted.aurocAfter - 0.5) < 0.05 ? ': Hier sagte die Konfidenz vorher nichts über richtig und falsch, und sie sagt auch jetzt nichts darüber. Solche Behauptungen sind so wahr und für den einzelnen Fall so wenig nütze wie die eines Wetterberichts, der jeden Tag das Jahresmittel nennt' : ''}.`
        : 'Hier hat sich der ECE bewegt, obwohl α/T gleich blieb: Diese Tabellen widersprechen der Regel, nehmen Sie ihre Zahlen also mit Vorsicht.',
  },
} satisfies Pick<StepTexts, 'confidence' | 'diagram' | 'ece' | 'scaling'>;
